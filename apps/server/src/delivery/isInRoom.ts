import { caucusOf, PLENARY, seatRoomOf, type RoomId } from '@parley/protocol'
import type { Desk, Device } from '../sockets/session.ts'

/**
 * The plenary is for every member, a caucus for its own side, and the room of a seat for that seat's devices;
 * further rooms there are none. An aide's console is in the room of the seat that it drives, and in no other.
 */
export function isInRoom(who: Desk | Device, room: RoomId): boolean {
  const drives = who.as === 'device' ? who.drives : undefined
  if (drives) return room === seatRoomOf(drives)
  const isOfSeat = who.as === 'device' && room === seatRoomOf(who.seat)
  return room === PLENARY || room === caucusOf(who.side) || isOfSeat
}

/** Whether it is the room of a seat's devices. There are no media in it. */
export function isSeatRoom(room: RoomId): boolean {
  return room.startsWith('seat/')
}
