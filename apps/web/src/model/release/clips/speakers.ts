import type { SeatId } from '@parley/protocol'
import type { CloseUp } from './clipsView.ts'

/** Below it nobody speaks. Larger: a quiet voice is missed. Smaller: a breath is a speech. */
const SILENT = 0.02
/** Of the whole stretch, at least so much is one speech: a name needs as much room. */
const SHORTEST = 1 / 8

/** How loud it was at each step, whoever spoke. */
export function loudnessOf(levels: CloseUp['levels']): number[] {
  const steps = Math.max(0, ...levels.map((one) => one.levels.length))
  return Array.from({ length: steps }, (_, step) =>
    Math.max(0, ...levels.map((one) => one.levels[step] ?? 0)),
  )
}

/** Who begins to speak where, from 0 to 1: whoever is the loudest for long enough to be named. */
export function speakersOf(levels: CloseUp['levels']): { seat: SeatId; at: number }[] {
  const loudness = loudnessOf(levels)
  const steps = loudness.length
  const shortest = steps * SHORTEST
  const found: { seat: SeatId; at: number }[] = []
  for (let step = 0; step < steps;) {
    const seat = loudestAt(levels, step)
    let end = step + 1
    while (end < steps && (loudestAt(levels, end) ?? seat) === seat) end += 1
    const isNamed = seat !== undefined && end - step >= shortest
    if (isNamed && found.at(-1)?.seat !== seat) found.push({ seat, at: step / steps })
    step = end
  }
  return found
}

function loudestAt(levels: CloseUp['levels'], step: number): SeatId | undefined {
  const [loudest] = levels.toSorted((a, b) => (b.levels[step] ?? 0) - (a.levels[step] ?? 0))
  return loudest && (loudest.levels[step] ?? 0) > SILENT ? loudest.seat : undefined
}
