import type { TrackKind } from '@parley/call'
import type { LeafIndex, TrackNumber } from '@parley/protocol'
import type { ReceivedCounts } from '@parley/sframe'

/** Whose sound and whose picture opened. */
export type Perceived = { hears: ReadonlySet<LeafIndex>; sees: ReadonlySet<LeafIndex> }

/** From two counts in a row: whoever had a frame opened between them is heard, or seen. */
export function perceive(
  before: readonly ReceivedCounts[],
  now: readonly ReceivedCounts[],
  kindOf: (leaf: LeafIndex, track: TrackNumber) => TrackKind | undefined,
): Perceived {
  const hears = new Set<LeafIndex>()
  const sees = new Set<LeafIndex>()
  for (const { leaf, track, passed } of now) {
    const known = before.find((counts) => counts.leaf === leaf && counts.track === track)
    if (passed === (known?.passed ?? 0)) continue
    const kind = kindOf(leaf, track)
    if (kind === 'microphone') hears.add(leaf)
    if (kind === 'camera') sees.add(leaf)
  }
  return { hears, sees }
}

/** All that came in, opened or not. */
export function framesIn(counts: readonly Pick<ReceivedCounts, 'passed' | 'drops'>[]): number {
  return counts.reduce(
    (sum, { passed, drops }) => sum + passed + Object.values(drops).reduce((a, b) => a + b, 0),
    0,
  )
}
