import type { CompactJws, Nonce, PublicKey } from '@parley/protocol'
import { makeDeviceKeys, signJws, type Typ } from '@parley/seal'
import * as v from 'valibot'

/** A key that signs statements, as a seal, a device or a leaf has one. */
export type Signer = {
  key: PublicKey
  sign(typ: Typ, says: object): Promise<CompactJws>
}

export async function newSigner(): Promise<Signer> {
  const { publicKey, signingKey } = await makeDeviceKeys()
  return { key: publicKey, sign: (typ, says) => signJws(signingKey, typ, says) }
}

/** Random bytes of that length as any id of the wire. */
export function randomId<T>(schema: v.GenericSchema<string, T>, bytes: number): T {
  const random = crypto.getRandomValues(new Uint8Array(bytes))
  return v.parse(schema, random.toBase64({ alphabet: 'base64url', omitPadding: true }))
}

/** What proves a key at sign-in. */
export function signInStatement(
  signer: Signer,
  said: { nonce: Nonce; call: string; server: string },
): Promise<CompactJws> {
  return signer.sign('parley-sign-in', { ...said, at: Date.now() })
}
