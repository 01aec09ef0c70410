import { Trans, useLingui } from '@lingui/react/macro'
import type { RefusalCode } from '@parley/protocol'
import type { ReactNode } from 'react'
import { REFUSALS } from '../language/refusals.ts'
import { Banner } from './Banner.tsx'

/** That the server refused, why, and for a link that was opened twice where it still opens. */
export function RefusalBanner({ code }: { code: RefusalCode }): ReactNode {
  const { t } = useLingui()
  return (
    <Banner kind="danger" title={t(REFUSALS[code])}>
      {code === 'token-spent' ? (
        <>
          <p>
            <Trans>
              It opens again only in the browser in which it was used first: open it there. To use
              this device instead, ask your desk for a new link.
            </Trans>
          </p>
          <p>
            <Trans>If that was not you, tell your desk at once.</Trans>
          </p>
        </>
      ) : null}
    </Banner>
  )
}
