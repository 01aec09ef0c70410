import type { Hash } from '@parley/protocol'
import type { SignedEntry } from '@parley/seal'
import type { CountedEntry, Signer } from './signers.ts'

/** What is not as a whole record is. */
export type RecordGap =
  /** The signer’s own entry, or entries, before that number are not here. */
  | {
      readonly is: 'missing'
      readonly signer: Signer
      readonly before: number
      readonly after: number
    }
  /** A signer had read an entry that is not here. */
  | { readonly is: 'not-here'; readonly signer: Signer; readonly n: number; readonly hash: Hash }
  /** A signer signed two different entries in one place. */
  | { readonly is: 'forked'; readonly signer: Signer; readonly n: number }

/** What is missing among these entries, and what there is too much of. */
export function gapsIn(entries: readonly CountedEntry[]): RecordGap[] {
  const known = new Map(entries.map((one) => [one.hash, one]))
  const followers = new Map<Hash, number>()
  const gaps: RecordGap[] = []
  for (const { entry, signer } of entries) {
    const { n, previous, heard } = entry
    const before = previous === null ? undefined : known.get(previous)
    const isOwn = before?.entry.by === entry.by && before.entry.n === n - 1
    if (previous !== null && !isOwn)
      gaps.push({ is: 'missing', signer, before: n, after: lastBelow(entries, entry) })
    if (previous !== null) {
      const number = (followers.get(previous) ?? 0) + 1
      followers.set(previous, number)
      if (number === 2) gaps.push({ is: 'forked', signer, n })
    }
    if (heard !== null && !known.has(heard)) gaps.push({ is: 'not-here', signer, n, hash: heard })
  }
  return gaps
}

/** The hashes that entries name and that nobody has brought. */
export function missingFrom(entries: readonly SignedEntry[]): Hash[] {
  const known = new Set(entries.map(({ hash }) => hash))
  const named = entries.flatMap(({ entry }) => [entry.previous, entry.heard])
  return [...new Set(named.filter((hash) => hash !== null))].filter((hash) => !known.has(hash))
}

function lastBelow(entries: readonly SignedEntry[], { by, n }: SignedEntry['entry']): number {
  const own = entries.filter(({ entry }) => entry.by === by && entry.n < n)
  return Math.max(0, ...own.map(({ entry }) => entry.n))
}
