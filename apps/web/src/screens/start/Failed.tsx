import { Trans, useLingui } from '@lingui/react/macro'
import type { RefusalCode } from '@parley/protocol'
import type { ReactNode } from 'react'
import { Banner } from '../../components/Banner.tsx'
import { Brand } from '../../components/Brand.tsx'
import { ThemeSwitch } from '../../components/ThemeSwitch.tsx'
import { REFUSALS } from '../../language/refusals.ts'

type FailedCode = RefusalCode | 'not-kept' | 'not-agreed' | 'no-demonstration'

/** A page that cannot be opened, and why. */
export function Failed({ code }: { code: FailedCode }): ReactNode {
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
        <Reason code={code} />
      </main>
    </>
  )
}

function Reason({ code }: { code: FailedCode }): ReactNode {
  const { t } = useLingui()
  if (code === 'not-kept')
    return (
      <Banner kind="danger" title={<Trans>This browser does not keep that desk.</Trans>}>
        <Trans>Open it in the browser in which its seal was made.</Trans>
      </Banner>
    )
  if (code === 'no-demonstration')
    return (
      <Banner
        kind="danger"
        title={<Trans>This link is of a demonstration, and this server has none.</Trans>}
      >
        <Trans>A desk of a real call is never handed over in a link.</Trans>
      </Banner>
    )
  if (code === 'not-agreed')
    return (
      <Banner kind="caution" title={<Trans>The plan is not agreed yet.</Trans>}>
        <Trans>Load this page again once your desk says that every side has signed.</Trans>
      </Banner>
    )
  return <Banner kind="danger" title={t(REFUSALS[code])} />
}
