import { callCodeOf, commitRefresh, type Committed, type Room } from '@parley/group'
import type { Hash } from '@parley/protocol'

/** Of so many refreshes of its own an evil client takes the one whose code has most groups of the one wanted. */
export async function grind(
  room: Room,
  { wanted, heads, times }: { wanted: readonly string[]; heads: Hash; times: number },
): Promise<Committed> {
  let best: { made: Committed; alike: number } | undefined
  for (let n = 0; n < times; n++) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const made = await commitRefresh(room)
    const state = made?.room.pending.at(-1)?.state
    if (!made || !state) throw new Error('It is not alone')
    // oxlint-disable-next-line no-await-in-loop -- likewise
    const code = await callCodeOf({ ...room, state }, heads)
    const alike = groupsAlike(code, wanted)
    if (!best || alike > best.alike) best = { made, alike }
  }
  if (!best) throw new Error('It tries once at least')
  return best.made
}

/** How many groups of two codes, read aloud side by side, are the same. */
export function groupsAlike(one: readonly string[], other: readonly string[]): number {
  return one.filter((group, at) => group === other[at]).length
}
