import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { AgendaView } from '../../model/agenda/agendaView.ts'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import { CallDialogBox } from '../call/dialogs/CallDialogBox.tsx'
import { AgendaChoice } from './AgendaChoice.tsx'
import { AskToSpeak } from './AskToSpeak.tsx'
import { NextToSpeak } from './NextToSpeak.tsx'

/** The whole of the agreed agenda, and who would like to speak. */
export function AgendaDialog({
  agenda,
  send,
}: {
  agenda: AgendaView
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const close = () => send({ type: 'dialog-closed' })
  return (
    <CallDialogBox title={<Trans>Agenda</Trans>} onClose={close}>
      <div className="stack">
        <AgendaChoice agenda={agenda} send={send} />
        <NextToSpeak asking={agenda.asking} />
      </div>
      <div className="dialog__acts">
        <AskToSpeak agenda={agenda} send={send} />
        <Button className="btn" onPress={close}>
          <Trans>Close</Trans>
        </Button>
      </div>
    </CallDialogBox>
  )
}
