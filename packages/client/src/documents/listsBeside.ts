import type { ListsHeard } from '@parley/call'
import type { DocumentKind } from '@parley/protocol'
import type { Heads } from '@parley/seal'

/** How somebody else's documents stand to one's own. */
export function listsBeside(own: Heads, theirs: Heads): ListsHeard {
  if (lacksOf(own, theirs).length > 0) return 'newer'
  return lacksOf(theirs, own).length > 0 ? 'older' : 'same'
}

/** Kinds of which these have a lower version than the others, or another. */
export function lacksOf(these: Heads, others: Heads): readonly DocumentKind[] {
  return (Object.keys(others) as DocumentKind[]).filter((kind) => {
    const [version, hash] = others[kind] ?? [0]
    const [thisVersion, thisHash] = these[kind] ?? [0]
    return thisVersion < version || (thisVersion === version && thisHash !== hash)
  })
}
