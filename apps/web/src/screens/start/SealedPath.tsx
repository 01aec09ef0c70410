import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { directionOf } from '../../language/languages.ts'

/** Two sides, and the server between them that has no key. */
export function SealedPath(): ReactNode {
  const { t, i18n } = useLingui()
  const [near, far] = directionOf(i18n.locale) === 'rtl' ? [542, 34] : [34, 542]
  return (
    <svg
      className="path"
      viewBox="33 0 510 150"
      role="img"
      aria-label={t`Two sides, connected through this server, which sees only sealed envelopes.`}
    >
      <g fill="none" stroke="currentColor" strokeWidth="1.5">
        <path d="M64 18a54 54 0 0 0 0 96M512 18a54 54 0 0 1 0 96" />
        <path d="M70 66h168M338 66h168" />
        <circle cx="288" cy="66" r="46" strokeDasharray="4 5" />
        <path
          className="path__letter"
          d="M130 56h26v19h-26zM130 56l13 10 13-10M420 56h26v19h-26zM420 56l13 10 13-10"
        />
      </g>
      <circle cx="64" cy="66" r="7" fill="currentColor" />
      <circle cx="512" cy="66" r="7" fill="currentColor" />
      <text x="288" y="63" textAnchor="middle">
        <Trans>this server</Trans>
      </text>
      <text x="288" y="80" textAnchor="middle" className="soft">
        <Trans>no key</Trans>
      </text>
      <text x={near} y="140">
        <Trans>one side</Trans>
      </text>
      <text x={far} y="140" textAnchor="end">
        <Trans>the other side</Trans>
      </text>
      <text x="143" y="100" textAnchor="middle" className="soft">
        <Trans>sealed</Trans>
      </text>
      <text x="433" y="100" textAnchor="middle" className="soft">
        <Trans>sealed</Trans>
      </text>
    </svg>
  )
}
