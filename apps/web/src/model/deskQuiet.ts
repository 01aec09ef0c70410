/** An open console says every minute what its lists are. Larger: an old list stays unnoticed. Smaller: a slow line makes a desk quiet. */
const QUIET_AFTER_MS = 3 * 60_000

/** For how many whole minutes a desk has not said what its lists are, by its own clock; nothing below three. */
export type DeskQuiet = number | 'never' | undefined

export function deskQuietOf(saidAtMs: number | undefined, nowMs: number): DeskQuiet {
  if (saidAtMs === undefined) return 'never'
  const quietMs = nowMs - saidAtMs
  return quietMs < QUIET_AFTER_MS ? undefined : Math.floor(quietMs / 60_000)
}
