import { LeafIndex } from '@parley/protocol'
import * as v from 'valibot'

const MAX_LEAVES = 1024

/** Leaves as a bitmap in base64url: bit `leaf mod 8` of byte `leaf / 8`, no longer than its highest leaf needs. */
export function writeLeafSet(leaves: ReadonlySet<LeafIndex>): string {
  const highest = Math.max(-1, ...leaves)
  const bytes = new Uint8Array(Math.floor((highest + 8) / 8))
  for (const leaf of leaves) bytes[leaf >> 3] = (bytes[leaf >> 3] ?? 0) | (1 << (leaf & 7))
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true })
}

/** Reads what `writeLeafSet` wrote. */
export const LeafSet: v.GenericSchema<string, ReadonlySet<LeafIndex>> = v.pipe(
  v.string(),
  v.maxLength(Math.ceil(MAX_LEAVES / 6)),
  v.regex(/^[\w-]*$/),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return leavesOf(Uint8Array.fromBase64(dataset.value, { alphabet: 'base64url' }))
    } catch {
      addIssue({ message: 'No bitmap of leaves' })
      return NEVER
    }
  }),
)

function leavesOf(bytes: Uint8Array): ReadonlySet<LeafIndex> {
  const leaves = new Set<LeafIndex>()
  for (let index = 0; index < bytes.length * 8; index++)
    if ((bytes[index >> 3] ?? 0) & (1 << (index & 7))) leaves.add(v.parse(LeafIndex, index))
  return leaves
}
