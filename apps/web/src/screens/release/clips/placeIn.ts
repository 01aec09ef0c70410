import type { TimeSpan } from '@parley/release'

/** Where a span lies in a whole, for a box in which time runs from the left. */
export function placeIn(whole: TimeSpan, { from, to }: TimeSpan): { left: string; width: string } {
  const share = (ms: number) => `${((ms / (whole.to - whole.from)) * 100).toFixed(3)}%`
  return { left: share(from - whole.from), width: share(to - from) }
}
