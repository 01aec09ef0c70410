import type { MediaLeaf } from '@parley/call'
import type { LeafIndex } from '@parley/protocol'
import type { LeafSince } from '@parley/sframe'

/** Who holds which index, and since which epoch as this page has seen it. */
export type LeafAges = ReadonlyMap<LeafIndex, { identity: string; since: number }>

/** The ages in a new epoch: an index that went to another identity is as young as that epoch. */
export function ageLeaves(before: LeafAges, epoch: number, leaves: readonly MediaLeaf[]): LeafAges {
  return new Map(
    leaves.map(({ leaf, identity }) => {
      const known = before.get(leaf)
      return [leaf, known?.identity === identity ? known : { identity, since: epoch }]
    }),
  )
}

/** As the frame worker takes them. */
export function sinceOf(ages: LeafAges): LeafSince[] {
  return [...ages].map(([leaf, { since }]) => ({ leaf, since }))
}
