import { Trans, useLingui } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Banner } from '../../../components/Banner.tsx'
import { TROUBLES } from '../../../language/troubles.ts'
import type { DeskView } from '../../../model/desk/deskView.ts'
import type { RecordEvent, RecordView } from '../../../model/release/record/recordView.ts'
import { useSignal } from '../../../useSignal.ts'
import { RecordGaps } from './RecordGaps.tsx'
import { RecordPaper } from './RecordPaper.tsx'
import { RecordSheet } from './RecordSheet.tsx'
import { RecordSignatures } from './RecordSignatures.tsx'
import './record.css'

/** The record of the call: what was said for it so far, and what each side signed. */
export function RecordTab({
  view: signal,
  desk,
  send,
}: {
  view: ReadonlySignal<RecordView>
  /** Who the sides are, and whose clocks are shown. */
  desk: DeskView
  send: (event: RecordEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const view = useSignal(signal)
  return (
    <div className="plan record">
      <div className="stack">
        {view.trouble ? (
          <Banner
            kind="danger"
            title={t(TROUBLES[view.trouble])}
            acts={
              <Button className="btn" onPress={() => send({ type: 'record-trouble-read' })}>
                <Trans>Close</Trans>
              </Button>
            }
          />
        ) : null}
        <RecordGaps view={view} desk={desk} />
        <RecordSheet view={view} desk={desk} />
      </div>
      <div className="stack">
        <RecordSignatures view={view} desk={desk} send={send} />
        <RecordPaper view={view} send={send} />
      </div>
    </div>
  )
}
