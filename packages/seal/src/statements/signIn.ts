import * as v from 'valibot'
import { CallId, type CompactJws, Nonce, type PublicKey, Time } from '@parley/protocol'
import { readPayload } from '../documents/read.ts'
import { signJws, verifyJws } from '../jws.ts'

/** The answer to a challenge. `server` is the origin that was dialled, so that no server can pass it on to another. */
export const SignInProof = v.strictObject({
  nonce: Nonce,
  call: CallId,
  server: v.pipe(v.string(), v.minLength(1), v.maxLength(512)),
  at: Time,
})
export type SignInProof = v.InferOutput<typeof SignInProof>

/** Signed as `parley-sign-in`, by a device key or a seal. */
export function signSignIn(key: CryptoKey, proof: SignInProof): Promise<CompactJws> {
  return signJws(key, 'parley-sign-in', v.parse(SignInProof, proof))
}

/** The proof, if that key signed it. Refuses with `bad-signature` or `malformed`. */
export async function verifySignIn(jws: string, key: PublicKey): Promise<SignInProof> {
  return readPayload(SignInProof, await verifyJws(jws, 'parley-sign-in', key))
}
