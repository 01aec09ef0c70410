import { CompactJws, PublicKey, type Nonce } from '@parley/protocol'
import { CompactSign, exportJWK, generateKeyPair } from 'jose'
import * as v from 'valibot'
import type { StatementType } from '../devices/verifyStatement.ts'

/** A key that signs statements, as a seal, a device or a leaf has one. */
export type Signer = {
  key: PublicKey
  sign(typ: StatementType, says: object): Promise<CompactJws>
}

export async function newSigner(): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair('Ed25519', { extractable: true })
  const { x } = await exportJWK(publicKey)
  return {
    key: v.parse(PublicKey, x),
    sign: async (typ, says) =>
      v.parse(
        CompactJws,
        await new CompactSign(new TextEncoder().encode(JSON.stringify(says)))
          .setProtectedHeader({ alg: 'Ed25519', typ })
          .sign(privateKey),
      ),
  }
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
