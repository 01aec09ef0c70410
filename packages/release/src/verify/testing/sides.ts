import { CallId, Hash, SideId, type CompactJws } from '@parley/protocol'
import { hashOf, makeSeal, toText, utf8, type Seal } from '@parley/seal'
import * as v from 'valibot'
import type { Party } from '../../documents/party.ts'
import { signRelease, type ReleaseDocument } from '../../documents/releaseDocument.ts'

/** A side with its seal. */
export type TestSide = { readonly party: Party; readonly seal: Seal }

/** A side of that name, with a new seal. */
export async function makeSide(name: string): Promise<TestSide> {
  const seal = await makeSeal()
  const side = v.parse(SideId, randomText(8))
  return { party: { side, name, flag: '', seal: seal.publicKey }, seal }
}

/** A call that nothing else is of. */
export function someCall(): CallId {
  return v.parse(CallId, randomText(16))
}

/** A hash of nothing in particular. */
export function someHash(): Hash {
  return v.parse(Hash, randomText(32))
}

/** The signatures of those sides under one text, and its hash. */
export async function signedBy(
  sides: readonly TestSide[],
  document: ReleaseDocument,
): Promise<{ signatures: readonly CompactJws[]; hash: Hash }> {
  const signatures = await Promise.all(
    sides.map(({ seal }) => signRelease(seal.signingKey, document)),
  )
  const [first] = signatures
  if (!first) throw new Error('Nobody signs it')
  return { signatures, hash: await hashOf(first) }
}

/** A publication file as it is written. */
export function publicationFile(item: string, versions: readonly (readonly string[])[]) {
  return utf8(JSON.stringify({ parley: 1, item, versions }))
}

function randomText(length: number): string {
  return toText(crypto.getRandomValues(new Uint8Array(length)))
}
