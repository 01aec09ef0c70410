import { Trans } from '@lingui/react/macro'
import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { RecordEvent, RecordView } from '../../../model/release/record/recordView.ts'
import { PrintButton } from '../../desk/PrintButton.tsx'

const COMMAND = 'npm run -s parley -- verify record parley-record.json'

/** The record to take away: as a file that proves itself, and on paper. */
export function RecordPaper({
  view,
  send,
}: {
  view: RecordView
  send: (event: RecordEvent) => void
}): ReactNode {
  if (!view.story || view.story.entries === 0) return null
  return (
    <section className="panel" aria-labelledby="record-paper">
      <div className="panel__head">
        <h2 id="record-paper">
          <Trans>To take away</Trans>
        </h2>
      </div>
      <div className="panel__body stack">
        <div className="dialog__acts">
          <Button className="btn" onPress={() => send({ type: 'record-saved' })}>
            <Download className="icon" aria-hidden="true" />
            <Trans>Save the record</Trans>
          </Button>
          <PrintButton>
            <Trans>Print the record</Trans>
          </PrintButton>
        </div>
        <p className="caption">
          <Trans>
            The file names people, and proves by itself who signed what. Whoever has it can verify
            it, without a server:
          </Trans>
        </p>
        <code className="record__command" dir="ltr">
          {COMMAND}
        </code>
        {view.wording ? (
          <p className="caption">
            <Trans>
              SHA-256 of what was signed:{' '}
              <span className="code record__hash">{view.wording.file}</span>
            </Trans>
          </p>
        ) : null}
        <p className="caption">
          <Trans>
            Proven is what devices and desks signed, and in which order. Not proven is that a clock
            was right, and what was said.
          </Trans>
        </p>
      </div>
    </section>
  )
}
