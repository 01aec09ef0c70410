import type { Clock, Media } from '@parley/call'
import { authenticatorOf, epochOf } from '@parley/group'
import { caucusOf, PLENARY } from '@parley/protocol'
import type { OpenSeat } from '../enrolment/openSeat.ts'
import type { OtherRooms } from '../room/roomSession.ts'
import { openRoom, type OpenRoom } from './openRoom.ts'

/** Why a seat has no caucus: its delegation does not clear it, or its device was given no key of its side. */
export type NoCaucus = 'not-cleared' | 'no-key'

/** Whether a seat may be in the caucus of its side, as the agreed lists are now. */
export function whyNoCaucus({ record, documents }: OpenSeat): NoCaucus | undefined {
  const seat = documents.documents.lists.seats.get(record.seat)
  if (!seat?.rooms.includes(caucusOf(record.side))) return 'not-cleared'
  return record.sideSecret ? undefined : 'no-key'
}

/**
 * Opens the caucus of a seat's side beside its plenary: as `openRoom`. Its media are connected only once
 * somebody else is in it; its heartbeats report the plenary. Undefined where `whyNoCaucus` gives a reason.
 */
export async function openCaucus(
  seat: OpenSeat,
  { plenary, ...parts }: { media: Media; clock: Clock; plenary: OpenRoom },
): Promise<OpenRoom | undefined> {
  const { side, sideSecret } = seat.record
  if (whyNoCaucus(seat) || !sideSecret) return undefined
  const otherRooms = (): OtherRooms | undefined => {
    const { group } = plenary.room
    return group && { [PLENARY]: [epochOf(group), authenticatorOf(group)] }
  }
  const room = caucusOf(side)
  return openRoom(seat, { ...parts, room, secret: sideSecret, otherRooms, waitsForOthers: true })
}
