import { Trans } from '@lingui/react/macro'
import { ListOrdered } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { AgendaView } from '../../model/agenda/agendaView.ts'
import type { CallScreenEvent } from '../../model/callEvent.ts'

/** The way to the whole agenda. */
export function OpenAgenda({
  agenda: { items },
  send,
}: {
  agenda: AgendaView
  send: (event: CallScreenEvent) => void
}): ReactNode {
  if (items.length === 0) return undefined
  return (
    <Button className="btn" onPress={() => send({ type: 'dialog-opened', dialog: 'agenda' })}>
      <ListOrdered className="icon" aria-hidden />
      <Trans>Agenda</Trans>
    </Button>
  )
}
