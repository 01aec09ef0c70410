import { CallId, type CompactJws, PublicKey, RoomId, Time } from '@parley/protocol'
import * as v from 'valibot'
import { readPayload } from '../documents/read.ts'
import { payloadOf, signJws, verifyJws } from '../jws.ts'

/** A leaf is in a room, or leaves it: for whoever reads the log and is no member. */
export const PresenceStatement = v.strictObject({
  call: CallId,
  room: RoomId,
  leaf: PublicKey,
  at: Time,
  isLeaving: v.boolean(),
})
export type PresenceStatement = v.InferOutput<typeof PresenceStatement>

/** Signed as `parley-presence`, by the leaf key it names. */
export function signPresence(
  leafKey: CryptoKey,
  statement: PresenceStatement,
): Promise<CompactJws> {
  return signJws(leafKey, 'parley-presence', v.parse(PresenceStatement, statement))
}

/** The statement, if the leaf it names signed it. Refuses with `bad-signature` or `malformed`. */
export async function verifyPresence(jws: string): Promise<PresenceStatement> {
  const claimed = readPayload(PresenceStatement, payloadOf(jws))
  return readPayload(PresenceStatement, await verifyJws(jws, 'parley-presence', claimed.leaf))
}
