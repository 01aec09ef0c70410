import { Trans } from '@lingui/react/macro'
import { ListOrdered } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { AgendaView } from '../../model/agenda/agendaView.ts'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import { PartMark } from './PartMark.tsx'

/** Whether the part in progress is open, in the head of every screen of a call; pressed, it shows the agenda. */
export function PartInHead({
  agenda: { items, now },
  send,
}: {
  agenda: AgendaView
  send: (event: CallScreenEvent) => void
}): ReactNode {
  if (items.length === 0) return undefined
  return (
    <Button
      className="agenda-head"
      onPress={() => send({ type: 'dialog-opened', dialog: 'agenda' })}
    >
      {now ? (
        <>
          <PartMark isOpen={now.open} />
          <span className="sr">
            <Trans>Agenda</Trans>
          </span>
        </>
      ) : (
        <span className="agenda-part badge">
          <ListOrdered className="icon" aria-hidden />
          <Trans>Agenda</Trans>
        </span>
      )}
    </Button>
  )
}
