/** A value that changes with time. */
export type Sample = { atMs: number; value: number }

/** Larger: two swells of a tone are taken for each other. */
const LONGEST_LAG_MS = 400

/**
 * By how many milliseconds the second curve follows the first: where they are most alike. Nothing if there
 * is not a second of both.
 */
export function lagMs(first: readonly Sample[], second: readonly Sample[]): number | undefined {
  const from = first[0]?.atMs
  const until = second.at(-1)?.atMs
  if (from === undefined || until === undefined) return undefined
  const length = Math.floor(until - from) - LONGEST_LAG_MS
  if (length < 1000) return undefined
  const source = centred(everyMs(first, { from, length }))
  let best = { lag: 0, likeness: -Infinity }
  for (let lag = 0; lag < LONGEST_LAG_MS; lag++) {
    const later = centred(everyMs(second, { from: from + lag, length }))
    const likeness = source.reduce((sum, value, at) => sum + value * (later[at] ?? 0), 0)
    const size = Math.sqrt(later.reduce((sum, value) => sum + value * value, 0))
    if (size > 0 && likeness / size > best.likeness) best = { lag, likeness: likeness / size }
  }
  return best.likeness > 0 ? best.lag : undefined
}

/** The curve at each millisecond, drawn straight from sample to sample. */
function everyMs(
  samples: readonly Sample[],
  { from, length }: { from: number; length: number },
): number[] {
  let next = 0
  return Array.from({ length }, (_, ms) => {
    const at = from + ms
    while (next < samples.length && (samples[next]?.atMs ?? 0) < at) next++
    const [before, after] = [samples[next - 1] ?? samples[next], samples[next] ?? samples.at(-1)]
    if (!before || !after) return 0
    const share = after.atMs > before.atMs ? (at - before.atMs) / (after.atMs - before.atMs) : 0
    return before.value + (after.value - before.value) * Math.min(1, Math.max(0, share))
  })
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value - mean)
}
