import { LeafIndex } from '@parley/protocol'
import * as v from 'valibot'
import type { Credential } from '../admission/credential.ts'

/**
 * A leaf of the tree whose credential was verified. An index belongs to its leaf from the epoch in
 * which that leaf joined; of leaves that were there before, the epoch in which one joined oneself.
 */
export type SeatedLeaf = Credential & { leaf: LeafIndex; joinedAtEpoch: number }

/** The leaves of a group by their index. */
export type SeatedLeaves = ReadonlyMap<LeafIndex, SeatedLeaf>

/** A place in the tree; nothing where a key id could not name it. */
export function leafIndexOf(index: number): LeafIndex | undefined {
  const parsed = v.safeParse(LeafIndex, index)
  return parsed.success ? parsed.output : undefined
}
