import type { Clock } from '@parley/call'
import { seatRoomOf } from '@parley/protocol'
import type { OpenSeat } from '../enrolment/openSeat.ts'
import { NO_MEDIA } from './noMedia.ts'
import { openRoom, type OpenRoom } from './openRoom.ts'

/** Opens the room in which the device of a seat and its aide's console speak to each other, at either: as `openRoom`. */
export function openSeatRoom(seat: OpenSeat, { clock }: { clock: Clock }): Promise<OpenRoom> {
  const { record } = seat
  const room = seatRoomOf(record.drives ?? record.seat)
  return openRoom(seat, { clock, room, media: NO_MEDIA, secret: record.callSecret })
}
