import * as v from 'valibot'
import { CallId, type CompactJws, Hash, PublicKey, RoomId, Time } from '@parley/protocol'
import { signJws, verifyJws } from '../jws.ts'
import { orNothing, readPayload } from './read.ts'

/** A device's word that a leaf key is its own, in that group of that room. `group` is base64url of the MLS group id. */
export const LeafStatement = v.strictObject({
  call: CallId,
  room: RoomId,
  group: v.pipe(v.string(), v.minLength(1), v.maxLength(344), v.regex(/^[\w-]+$/)),
  leaf: PublicKey,
  pass: Hash,
  at: Time,
})
export type LeafStatement = v.InferOutput<typeof LeafStatement>

/** Signed by the device key: the second half of a credential. */
export function signLeafStatement(
  deviceKey: CryptoKey,
  statement: LeafStatement,
): Promise<CompactJws> {
  return signJws(deviceKey, 'parley-leaf', v.parse(LeafStatement, statement))
}

/** The statement, if that device signed it. Whether it is about this room and group is for whoever asks. */
export function verifyLeafStatement(
  jws: string,
  device: PublicKey,
): Promise<LeafStatement | undefined> {
  return orNothing(async () =>
    readPayload(LeafStatement, await verifyJws(jws, 'parley-leaf', device)),
  )
}
