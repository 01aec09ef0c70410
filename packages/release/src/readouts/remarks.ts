import {
  DocumentKind,
  Hash,
  SeatId,
  SideId,
  Time,
  type CompactJws,
  type PublicKey,
} from '@parley/protocol'
import { heading, payloadOf, readPayload, signJws, verifyJws } from '@parley/seal'
import * as v from 'valibot'
import { ShortId } from './draft.ts'

/** What somebody of the side wrote about the text. */
export const Comment = v.strictObject({
  id: ShortId,
  at: Time,
  /** The words of the text that it is about; empty where it is about all of it. */
  quote: v.pipe(v.string(), v.maxLength(500)),
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4000)),
})
export type Comment = v.InferOutput<typeof Comment>

/** All that one seat said about its side's readout: each version repeats it. Signed by the seat's device. */
export const SeatRemarks = v.pipe(
  v.strictObject({
    ...heading,
    kind: DocumentKind,
    side: SideId,
    seat: SeatId,
    comments: v.pipe(v.array(Comment), v.maxLength(200)),
    /** The wording that it approves; null for none. Of a principal it counts. */
    approves: v.nullable(v.strictObject({ wording: Hash, at: Time })),
  }),
  v.check(({ kind, seat }) => kind === `readout-remarks/${seat}`),
)
export type SeatRemarks = v.InferOutput<typeof SeatRemarks>

/** Signed as `parley-remarks`, by the key of the seat's device. */
export function signRemarks(deviceKey: CryptoKey, remarks: SeatRemarks): Promise<CompactJws> {
  return signJws(deviceKey, 'parley-remarks', v.parse(SeatRemarks, remarks))
}

/** The remarks, if that device signed them. Refuses with `bad-signature` or `malformed`. */
export async function verifyRemarks(jws: CompactJws, device: PublicKey): Promise<SeatRemarks> {
  return readPayload(SeatRemarks, await verifyJws(jws, 'parley-remarks', device))
}

/** Of which seat they claim to be: to know whose devices to look up. Refuses with `malformed`. */
export function claimedSeat(jws: CompactJws): SeatId {
  return readPayload(SeatRemarks, payloadOf(jws)).seat
}
