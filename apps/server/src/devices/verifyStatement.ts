import { Refusal, type Bytes, type CompactJws, type PublicKey } from '@parley/protocol'
import { compactVerify, importJWK } from 'jose'
import * as v from 'valibot'

/** What a signature was made for, as its `typ` says. */
export type StatementType = 'parley-document' | 'parley-sign-in' | 'parley-desk' | 'parley-media'

/** A JWS of that `typ` by that key, and what it says. Refuses with `bad-signature` or `malformed`. */
export async function verifyStatement<T>(
  jws: CompactJws,
  { typ, key, says }: { typ: StatementType; key: PublicKey; says: v.GenericSchema<unknown, T> },
): Promise<T> {
  return parsePayload(says, await verifiedPayload(jws, { typ, key }))
}

/** What a JWS claims to say, before anything is verified: only to find the key that must have signed it. */
export function readUnverified<T>(jws: CompactJws, says: v.GenericSchema<unknown, T>): T {
  try {
    return parsePayload(
      says,
      Uint8Array.fromBase64(jws.split('.')[1] ?? '', { alphabet: 'base64url' }),
    )
  } catch (cause) {
    throw new Refusal('malformed', { cause })
  }
}

async function verifiedPayload(
  jws: CompactJws,
  { typ, key }: { typ: StatementType; key: PublicKey },
): Promise<Uint8Array> {
  try {
    const publicKey = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: key }, 'Ed25519')
    const { payload, protectedHeader } = await compactVerify(jws, publicKey, {
      algorithms: ['Ed25519'],
    })
    if (protectedHeader.typ !== typ) throw new Error('The typ is another')
    return payload
  } catch (cause) {
    throw new Refusal('bad-signature', { cause })
  }
}

function parsePayload<T>(says: v.GenericSchema<unknown, T>, payload: Uint8Array | Bytes): T {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(payload)
    return v.parse(says, JSON.parse(text))
  } catch (cause) {
    throw new Refusal('malformed', { cause })
  }
}
