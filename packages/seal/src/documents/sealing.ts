import * as v from 'valibot'
import { CompactJws, Refusal, type CompactJwe } from '@parley/protocol'
import { utf8 } from '../bytes.ts'
import { openUnder, sealUnder } from '../keys/jwe.ts'

/** Who says it is inside, who may read it is outside: the server sees neither. */
export function sealDocument(jws: CompactJws, documentKey: CryptoKey): Promise<CompactJwe> {
  return sealUnder(documentKey, utf8(jws))
}

/** The JWS inside. It opens for any holder of the key, and proves nothing until verified. Refuses with `malformed`. */
export async function openDocument(sealed: string, documentKey: CryptoKey): Promise<CompactJws> {
  const text = new TextDecoder().decode(await openUnder(documentKey, sealed))
  const jws = v.safeParse(CompactJws, text)
  if (!jws.success) throw new Refusal('malformed')
  return jws.output
}
