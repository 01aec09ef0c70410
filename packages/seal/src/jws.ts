import { CompactSign, compactVerify } from 'jose'
import * as v from 'valibot'
import { CompactJws, Refusal, type Bytes, type PublicKey } from '@parley/protocol'
import { fromText, utf8 } from './bytes.ts'
import { importPublicKey } from './publicKey.ts'
import type { Typ } from './typ.ts'

/** The one algorithm, by its fully specified name (RFC 9864): `EdDSA` is refused. */
const ALGORITHM = 'Ed25519'

/** Signs bytes as they are, or an object, which is written as JSON here and never again. */
export async function signJws(
  key: CryptoKey,
  typ: Typ,
  payload: Uint8Array | object,
): Promise<CompactJws> {
  const bytes = payload instanceof Uint8Array ? payload : utf8(JSON.stringify(payload))
  const jws = await new CompactSign(bytes).setProtectedHeader({ alg: ALGORITHM, typ }).sign(key)
  return v.parse(CompactJws, jws)
}

/** The payload, if that key signed it for that use. Refuses with `bad-signature`. */
export async function verifyJws(jws: string, typ: Typ, publicKey: PublicKey): Promise<Bytes> {
  if (!v.is(CompactJws, jws)) throw new Refusal('bad-signature')
  try {
    const key = await importPublicKey(publicKey)
    const { payload, protectedHeader } = await compactVerify(jws, key, { algorithms: [ALGORITHM] })
    if (protectedHeader.typ !== typ) throw new Refusal('bad-signature')
    return new Uint8Array(payload)
  } catch (cause) {
    throw new Refusal('bad-signature', { cause })
  }
}

/** What a JWS says, whoever signed it: to find the key to verify it with. Refuses with `malformed`. */
export function payloadOf(jws: string): Bytes {
  if (!v.is(CompactJws, jws)) throw new Refusal('malformed')
  try {
    return fromText(jws.split('.')[1] ?? '')
  } catch (cause) {
    throw new Refusal('malformed', { cause })
  }
}
