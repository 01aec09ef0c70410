import type { ClipFile } from '../../documents/clip.ts'
import { clipAssertionOf, type Manifest } from '../manifests/manifest.ts'
import { verifyVersion } from '../publications/verifyVersion.ts'
import { notProven, type NotProven, type ProvenMedia, type ProvenPublication } from '../verdict.ts'

/** A clip that names the file at hand, where it is said, and whether a later version of it is there. */
export type Found = Pick<ProvenMedia, 'clip' | 'by'> & { readonly isReplaced: boolean }

/** The clip that a statement beside the file says that it is of; the newest of several. */
export function findBeside(
  statements: readonly ProvenPublication[],
  file: ClipFile,
): Found | undefined {
  const clips = statements.map(({ versions }) => versions.filter((one) => one.is === 'clip'))
  const found = clips.flatMap((versions) =>
    versions
      .filter((clip) => isIn(file, clip))
      .map((clip) => ({ clip, isReplaced: clip !== versions.at(-1) })),
  )
  const [newest] = found.toSorted((a, b) => b.clip.version - a.clip.version)
  return newest && { ...newest, by: 'statement-beside' }
}

/** The clip that the signatures in its manifests say that it is of, if every side of it signed. */
export async function findInside(
  manifests: readonly Manifest[],
  file: ClipFile,
): Promise<Found | NotProven> {
  const signatures = manifests.flatMap((manifest) => clipAssertionOf(manifest)?.jws ?? [])
  if (signatures.length === 0) return notProven('no-statement')
  const clip = await verifyVersion(signatures)
  if (clip.is === 'not-proven') return clip
  if (clip.is !== 'clip') return notProven('other-clip')
  return isIn(file, clip)
    ? { clip, by: 'statement-inside', isReplaced: false }
    : notProven('other-file', { item: clip.payload.kind })
}

function isIn(file: ClipFile, { payload }: ProvenMedia['clip']): boolean {
  return payload.files.some(
    ({ type, bytes, hash }) => type === file.type && bytes === file.bytes && hash === file.hash,
  )
}
