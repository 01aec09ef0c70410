import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Brand } from './Brand.tsx'
import { PageSwitches } from './PageSwitches.tsx'
import { ToStart } from './ToStart.tsx'

/** The page in place of one that cannot be opened: why, what helps, and the way to the start. */
export function CannotOpen({ why, children }: { why: ReactNode; children?: ReactNode }): ReactNode {
  return (
    <>
      <header className="top">
        <Brand isLink />
        <PageSwitches />
      </header>
      <main className="page page--said">
        <h1 className="sr">
          <Trans>This cannot be opened</Trans>
        </h1>
        {why}
        <p className="row row--wrap">
          {children}
          <ToStart />
        </p>
      </main>
    </>
  )
}
