import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Because, NotProven } from '@parley/release'

/** Of what is counted manifests, and not signatures. */
const OF_MANIFESTS: ReadonlySet<Because> = new Set([
  'altered-manifest',
  'unknown-certificate',
  'missing-manifest',
  'other-clip',
])

/** Where in the file something is wrong, as far as it is known. */
export function Where({ verdict: { because, where } }: { verdict: NotProven }): ReactNode {
  const { item, version, place, entry, line, side, field } = where
  return (
    <dl className="where">
      {side === undefined ? null : (
        <Line name={<Trans>Side</Trans>}>
          <bdi>{side}</bdi>
        </Line>
      )}
      {item === undefined ? null : (
        <Line name={<Trans>Statement</Trans>}>
          <bdi className="code">{item}</bdi>
        </Line>
      )}
      {version === undefined ? null : (
        <Line name={<Trans>Version of the text</Trans>}>
          <span className="num">{version}</span>
        </Line>
      )}
      {place === undefined ? null : (
        <Line name={OF_MANIFESTS.has(because) ? <Trans>Manifest</Trans> : <Trans>Signature</Trans>}>
          <span className="num">{place}</span>
        </Line>
      )}
      {entry === undefined ? null : (
        <Line name={<Trans>Entry</Trans>}>
          <span className="num">{entry}</span>
        </Line>
      )}
      {line === undefined ? null : (
        <Line name={<Trans>Line</Trans>}>
          <span className="num">{line}</span>
        </Line>
      )}
      {field === undefined || field === '' ? null : (
        <Line name={<Trans>Field</Trans>}>
          <bdi className="code">{field}</bdi>
        </Line>
      )}
    </dl>
  )
}

function Line({ name, children }: { name: ReactNode; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
