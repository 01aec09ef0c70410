import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Banner } from '../../../components/Banner.tsx'
import { Brand } from '../../../components/Brand.tsx'
import { PageSwitches } from '../../../components/PageSwitches.tsx'
import { ToStart } from '../../../components/ToStart.tsx'
import type { OpenedShared } from '../../../model/release/readouts/readoutsView.ts'
import { SharedText } from './SharedText.tsx'
import './readout.css'

/** What a link leads to in which an ally shared a readout. */
export function SharedPage({ opened }: { opened: OpenedShared | undefined }): ReactNode {
  return (
    <div className="account">
      <header className="green__head">
        <Brand />
        <PageSwitches />
      </header>
      <main className="account__main">
        <h1>
          <Trans>A readout that was shared with you</Trans>
        </h1>
        {opened ? (
          <article className="panel account__text">
            <SharedText opened={opened} />
          </article>
        ) : (
          <Banner kind="danger" title={<Trans>This opens with no seal of this browser.</Trans>}>
            <Trans>
              Open the link in the browser that has your desk. If it is the right one, the link was
              cut on its way: ask for the file.
            </Trans>
          </Banner>
        )}
        <ToStart />
      </main>
    </div>
  )
}
