import { SeatId, SideId } from '@parley/protocol'
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
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true })
}
