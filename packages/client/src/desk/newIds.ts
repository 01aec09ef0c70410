import { SeatId, SideId } from '@parley/protocol'
import { toText } from '@parley/seal'
import * as v from 'valibot'

/** A side nobody has named yet. */
export function newSideId(): SideId {
  return v.parse(SideId, eightBytes())
}

/** A seat nobody has named yet. */
export function newSeatId(): SeatId {
  return v.parse(SeatId, eightBytes())
}

function eightBytes(): string {
  return toText(crypto.getRandomValues(new Uint8Array(8)))
}
