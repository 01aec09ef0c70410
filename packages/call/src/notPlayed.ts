import type { LeafIndex, TrackNumber } from '@parley/protocol'
import type { TrackAccount } from './ports/media.ts'

/** Frames of one track that one reason has kept from being played, and for how many counts in a row. */
type Kept = { total: number; counts: number; frames: number }

/** By leaf, track and reason. */
export type KeptFrames = ReadonlyMap<string, Kept>

/** What arrives and is not played. */
export type NotPlayed = { leaf: LeafIndex; track: TrackNumber; code: string }

/** Counts come once a second. Larger: an attack is told later. Smaller: what every change of keys leaves behind is told. */
const TOLD_AFTER_COUNTS = 2
const TOLD_AFTER_FRAMES = 10

/** The media server's own filler is no trouble, and what is not bound yet is nobody's. */
const NO_TROUBLE: ReadonlySet<string> = new Set(['filler', 'unbound'])

/** What has been kept from being played for two counts in a row and more than a few frames, told once as it begins. */
export function stepNotPlayed(
  before: KeptFrames,
  received: readonly TrackAccount[],
): readonly [KeptFrames, readonly NotPlayed[]] {
  const next = new Map<string, Kept>()
  const told: NotPlayed[] = []
  for (const { leaf, track, drops } of received)
    for (const [code, total] of Object.entries(drops)) {
      if (NO_TROUBLE.has(code)) continue
      const key = `${leaf}/${track}/${code}`
      const known = before.get(key)
      const kept = count(known, total)
      next.set(key, kept)
      if (isTrouble(kept) && !(known && isTrouble(known))) told.push({ leaf, track, code })
    }
  return [next, told]
}

function count(known: Kept | undefined, total: number): Kept {
  const more = total - (known?.total ?? 0)
  if (more <= 0) return { total, counts: 0, frames: 0 }
  return { total, counts: (known?.counts ?? 0) + 1, frames: (known?.frames ?? 0) + more }
}

function isTrouble({ counts, frames }: Kept): boolean {
  return counts >= TOLD_AFTER_COUNTS && frames >= TOLD_AFTER_FRAMES
}
