/** The level of a microphone, in dBFS; `peak` falls slowly, so that one can read it. */
export type Level = { dbfs: number; peak: number; atMs: number }

/** The lower end of the scale. */
export const FLOOR_DBFS = -60

/** The good band, by the peak of ordinary speech. Lower: too soft over a noisy line. Higher: laughter clips. */
export const GOOD_BAND: { from: number; to: number } = { from: -24, to: -6 }

/** How fast the peak falls. Larger: one cannot read it. Smaller: an old cough is still shown. */
const PEAK_FALLS_DB_PER_S = 12

/** Before the first sound. */
export const NO_LEVEL: Level = { dbfs: FLOOR_DBFS, peak: FLOOR_DBFS, atMs: 0 }

/** The next level: the peak holds the loudest and falls. */
export function stepLevel(before: Level, dbfs: number, atMs: number): Level {
  const now = Math.max(FLOOR_DBFS, Math.min(0, dbfs))
  const fallen = before.peak - (PEAK_FALLS_DB_PER_S * Math.max(0, atMs - before.atMs)) / 1000
  return { dbfs: now, peak: Math.max(now, fallen, FLOOR_DBFS), atMs }
}

/** Where a level stands on the scale, from 0 to 1. */
export function onScale(dbfs: number): number {
  return Math.max(0, Math.min(1, (dbfs - FLOOR_DBFS) / -FLOOR_DBFS))
}
