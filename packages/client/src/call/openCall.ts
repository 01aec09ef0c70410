import type { Clock, Media } from '@parley/call'
import { PLENARY } from '@parley/protocol'
import type { OpenSeat } from '../enrolment/openSeat.ts'
import { openRoom, type OpenRoom } from './openRoom.ts'

/** Opens the plenary for a seat: as `openRoom`. */
export function openCall(seat: OpenSeat, parts: { media: Media; clock: Clock }): Promise<OpenRoom> {
  return openRoom(seat, { ...parts, room: PLENARY, secret: seat.record.callSecret })
}
