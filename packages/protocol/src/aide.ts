import * as v from 'valibot'
import { RoomId, SeatId } from './ids.ts'

/** The room of a seat's own devices: the one that sits there, and its aide's console. */
export function seatRoomOf(seat: SeatId): RoomId {
  return v.parse(RoomId, `seat/${seat}`)
}

/**
 * The place of the console from which an aide drives the display of that seat; and of such a place, its
 * seat. It is the other's id with every bit turned over, so that no list is needed to tell whose it is.
 */
export function aidePlaceOf(seat: SeatId): SeatId {
  const bytes = Uint8Array.fromBase64(seat, { alphabet: 'base64url' })
  const turned = bytes.map((byte) => byte ^ 0xff)
  return v.parse(SeatId, turned.toBase64({ alphabet: 'base64url', omitPadding: true }))
}
