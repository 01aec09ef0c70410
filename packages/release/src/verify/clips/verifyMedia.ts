import type { Bytes } from '@parley/protocol'
import { sha256Text } from '@parley/seal'
import type { ClipFile } from '../../documents/clip.ts'
import { readChain } from '../manifests/chain.ts'
import { fileTypeOf } from '../media/fileType.ts'
import { manifestsOf } from '../media/stripManifests.ts'
import type { Manifests } from '../media/stretch.ts'
import { signersOf } from '../publications/sidesOf.ts'
import { notProven, type NotProven, type ProvenMedia, type ProvenPublication } from '../verdict.ts'
import { findBeside, findInside, type Found } from './findClip.ts'
import { faultOfManifests } from './manifestsOfSides.ts'

/**
 * Whether a file of media is one that every side of a clip signed: by a statement of the clip that came with it, or by
 * those in its manifests. Manifests that are in it are held to what they say; without them the statement is enough.
 */
export async function verifyMedia(
  bytes: Bytes,
  statements: readonly ProvenPublication[],
): Promise<ProvenMedia | NotProven> {
  const type = fileTypeOf(bytes)
  if (!type || type === 'application/json') return notProven('unknown-file')
  const read = manifestsOf(bytes)
  if (!read) return notProven('unreadable-media')
  const file = { type, bytes: read.plain.length, hash: await sha256Text(read.plain) }
  const beside = findBeside(statements, file)
  if (read.stretches.length > 0) return withManifests(read, { bytes, file, beside })
  if (beside) return proven(beside, { file, manifests: 'none' })
  return notProven(statements.length > 0 ? 'other-file' : 'no-statement')
}

async function withManifests(
  { store, stretches }: Manifests,
  { bytes, file, beside }: { bytes: Bytes; file: ClipFile; beside: Found | undefined },
): Promise<ProvenMedia | NotProven> {
  if (!store) return notProven('altered-manifest', { place: 1 })
  const { manifests, alteredAt } = await readChain(store)
  if (alteredAt !== undefined) return notProven('altered-manifest', { place: alteredAt })
  const found = beside ?? (await findInside(manifests, file))
  if ('is' in found) return found
  const fault = await faultOfManifests({ bytes, stretches, manifests }, found.clip)
  return fault ?? proven(found, { file, manifests: 'of-every-side' })
}

async function proven(
  { clip, by, isReplaced }: Found,
  { file, manifests }: Pick<ProvenMedia, 'file' | 'manifests'>,
): Promise<ProvenMedia> {
  const unproven = ['whose-seal', 'truth', 'times', 'left-out'] as const
  return {
    is: 'proven',
    of: 'media',
    file,
    clip,
    signers: await signersOf(clip),
    by,
    manifests,
    unproven: isReplaced ? [...unproven, 'replaced'] : unproven,
  }
}
