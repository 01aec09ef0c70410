import type { Bytes, Hash, PublicKey } from '@parley/protocol'
import { hashOf, orNothing, verifyJws } from '@parley/seal'
import { isIssuedBy } from '../verify/manifests/certificate.ts'
import { readChain } from '../verify/manifests/chain.ts'
import { clipAssertionOf, type Manifest } from '../verify/manifests/manifest.ts'
import { manifestsOf } from '../verify/media/stripManifests.ts'

/**
 * Whether a file has a manifest of each of those seals, in that order, and no other: by a certificate that the seal
 * issued, unaltered, and of the clip whose document has that hash.
 */
export async function hasManifestsOf(
  file: Bytes,
  { seals, clip }: { seals: readonly PublicKey[]; clip: Hash },
): Promise<boolean> {
  const found = manifestsOf(file)
  if (!found) return false
  if (seals.length === 0) return found.stretches.length === 0
  if (!found.store) return false
  const { manifests, alteredAt } = await readChain(found.store)
  if (alteredAt !== undefined || manifests.length !== seals.length) return false
  const are = await Promise.all(seals.map((seal, place) => isOf(manifests[place], { seal, clip })))
  return are.every(Boolean)
}

async function isOf(
  manifest: Manifest | undefined,
  { seal, clip }: { seal: PublicKey; clip: Hash },
): Promise<boolean> {
  const said = manifest && clipAssertionOf(manifest)
  if (!said || said.clip !== clip || !(await isIssuedBy(manifest.certificate, seal))) return false
  const signed = await orNothing(async () => {
    await verifyJws(said.jws, 'parley-document', seal)
    return hashOf(said.jws)
  })
  return signed === clip
}
