import type { PartsRunner } from '@parley/client'
import type { AgendaEvent } from '../callEvent.ts'

/** What is done about the parts of the agenda, in a call and at a desk. */
export type PartEvent = Exclude<AgendaEvent, { type: 'agenda-floor-pressed' }>

/** Says it for one's side. True where it was about the parts. */
export function sayPart(
  parts: Pick<PartsRunner, 'propose' | 'agree' | 'refuse' | 'close'>,
  event: { type: string } | PartEvent,
): boolean {
  if (!isPartEvent(event)) return false
  switch (event.type) {
    case 'agenda-part-proposed':
      parts.propose(event.item)
      return true
    case 'agenda-part-agreed':
      parts.agree(event.to)
      return true
    case 'agenda-part-refused':
      parts.refuse(event.to)
      return true
    case 'agenda-part-closed':
      parts.close()
      return true
  }
}

function isPartEvent(event: { type: string }): event is PartEvent {
  return event.type.startsWith('agenda-part-')
}
