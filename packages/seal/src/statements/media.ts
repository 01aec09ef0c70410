import * as v from 'valibot'
import { CallId, type CompactJws, PublicKey, RoomId, Time } from '@parley/protocol'
import { concat, fromText, utf8 } from '../bytes.ts'
import { readPayload } from '../documents/read.ts'
import { sha256Text } from '../hash.ts'
import { payloadOf, signJws, verifyJws } from '../jws.ts'

/** A leaf asks for its media token. */
export const MediaRequest = v.strictObject({
  call: CallId,
  room: RoomId,
  leaf: PublicKey,
  at: Time,
})
export type MediaRequest = v.InferOutput<typeof MediaRequest>

/** Signed as `parley-media`, by the leaf key it names: nobody asks for the identity of another. */
export function signMediaRequest(leafKey: CryptoKey, request: MediaRequest): Promise<CompactJws> {
  return signJws(leafKey, 'parley-media', v.parse(MediaRequest, request))
}

/** The request, if the leaf it names signed it. Refuses with `bad-signature` or `malformed`. */
export async function verifyMediaRequest(jws: string): Promise<MediaRequest> {
  const claimed = readPayload(MediaRequest, payloadOf(jws))
  return readPayload(MediaRequest, await verifyJws(jws, 'parley-media', claimed.leaf))
}

/** The identity of a leaf at the media server: every client computes that of every leaf, and ignores all others. */
export function mediaIdentity(leaf: PublicKey): Promise<string> {
  return sha256Text(concat(utf8('parley media'), fromText(leaf)))
}
