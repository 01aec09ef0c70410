import { Trans, useLingui } from '@lingui/react/macro'
import type { RefusalCode } from '@parley/protocol'
import type { ReactNode } from 'react'
import { Banner } from '../../components/Banner.tsx'
import { Brand } from '../../components/Brand.tsx'
import { ThemeSwitch } from '../../components/ThemeSwitch.tsx'
import { REFUSALS } from '../../language/refusals.ts'

/** A page that cannot be opened, and why. */
export function Failed({ code }: { code: RefusalCode | 'not-kept' }): ReactNode {
  const { t } = useLingui()
  return (
    <>
      <header className="top">
        <Brand isLink />
        <ThemeSwitch />
      </header>
      <main className="page">
        <h1 className="sr">
          <Trans>This cannot be opened</Trans>
        </h1>
        <Banner
          kind="danger"
          title={
            code === 'not-kept' ? (
              <Trans>This browser does not keep that desk.</Trans>
            ) : (
              t(REFUSALS[code])
            )
          }
        >
          {code === 'not-kept' ? (
            <Trans>Open it in the browser in which its seal was made.</Trans>
          ) : null}
        </Banner>
      </main>
    </>
  )
}
