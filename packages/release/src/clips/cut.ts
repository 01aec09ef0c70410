import { isWithin, overlapOf, type TimeSpan } from './timeSpans.ts'
import type { Stretch } from './stretches.ts'

/** What is chosen to be a clip. */
export type Cut = TimeSpan & { readonly part: number }
export type Edge = 'from' | 'to'

/** Smaller: a press moves it too little to see. Larger: a word's beginning is missed. */
export const STEP_MS = 100
/** Smaller: nothing is understood of it. Larger: a short word cannot be released. */
export const SHORTEST_MS = 1000
/** Larger: making and signing it takes more memory than a phone's browser has. Smaller: a statement does not fit. */
export const LONGEST_MS = 5 * 60_000
/** What is chosen first, where the stretch is as long. */
const FIRST_MS = 60_000

/** The first minute that may be released; nothing where nothing may. */
export function firstCut(stretches: readonly Stretch[]): Cut | undefined {
  const found = stretches.find(({ from, to }) => to - from >= SHORTEST_MS)
  if (!found) return undefined
  const { part } = found
  return { part, from: found.from, to: Math.min(found.to, found.from + FIRST_MS) }
}

/**
 * The cut with one edge moved towards that moment, as far as it goes: within its stretch, no shorter and no longer
 * than a clip may be.
 */
export function moveEdge(
  cut: Cut,
  { edge, to }: { edge: Edge; to: number },
  stretches: readonly Stretch[],
): Cut {
  const stretch = stretchOf(cut, stretches)
  if (!stretch) return cut
  const wished = Math.round(to / STEP_MS) * STEP_MS
  if (edge === 'from') {
    const least = Math.max(stretch.from, cut.to - LONGEST_MS)
    return { ...cut, from: between(least, wished, cut.to - SHORTEST_MS) }
  }
  const most = Math.min(stretch.to, cut.from + LONGEST_MS)
  return { ...cut, to: between(cut.from + SHORTEST_MS, wished, most) }
}

/**
 * The cut with one edge at the moment that somebody wrote, as far as it goes; put there as a whole where that is
 * beyond its other edge or in another stretch. Where nothing may be released, nothing changes.
 */
export function writeEdge(
  cut: Cut,
  { edge, to }: { edge: Edge; to: number },
  stretches: readonly Stretch[],
): Cut {
  const stretch = stretchOf(cut, stretches)
  const isOnItsSide = edge === 'from' ? to < cut.to : to > cut.from
  if (stretch && isOnItsSide && stretch.from <= to && to <= stretch.to)
    return moveEdge(cut, { edge, to }, stretches)
  return placeCut(cut, edge === 'from' ? to : to - (cut.to - cut.from), stretches)
}

/**
 * The cut put to a moment of the whole call, as long as it was where that fits. A moment of a closed part, or one
 * that was not recorded, changes nothing.
 */
export function placeCut(cut: Cut, at: number, stretches: readonly Stretch[]): Cut {
  const stretch = stretches.find(({ from, to }) => from <= at && at < to)
  if (!stretch || stretch.to - stretch.from < SHORTEST_MS) return cut
  const length = Math.min(cut.to - cut.from, stretch.to - stretch.from)
  const begins = Math.round(at / STEP_MS) * STEP_MS
  const from = between(stretch.from, begins, stretch.to - length)
  return { part: stretch.part, from, to: from + length }
}

/** The stretch that a cut lies in; nothing where it lies in none as a whole. */
export function stretchOf(cut: Cut, stretches: readonly Stretch[]): Stretch | undefined {
  return stretches.find((stretch) => stretch.part === cut.part && isWithin(cut, stretch))
}

/** What of the stretch is shown at large: the cut, with half as much again on both sides. */
export function closeUpOf(cut: Cut, stretch: Stretch): TimeSpan {
  const aside = Math.max((cut.to - cut.from) / 2, 5000)
  return overlapOf({ from: cut.from - aside, to: cut.to + aside }, stretch) ?? cut
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
