import type { Clock } from '@parley/call'

/** A clock that stands still until it is moved. */
export type ManualClock = Clock & {
  /** Moves on, and runs what has come due, in the order of its time. */
  advance(ms: number): void
}

/** Starts at the given time, in milliseconds since the Unix epoch. */
export function manualClock(startMs = 1_790_000_000_000): ManualClock {
  let now = startMs
  const timers = new Set<{ atMs: number; run: () => void }>()
  return {
    nowMs: () => now,
    after(ms, run) {
      const timer = { atMs: now + ms, run }
      timers.add(timer)
      return { [Symbol.dispose]: () => void timers.delete(timer) }
    },
    advance(ms) {
      const end = now + ms
      for (;;) {
        const [next] = [...timers]
          .filter(({ atMs }) => atMs <= end)
          .toSorted((a, b) => a.atMs - b.atMs)
        if (!next) break
        timers.delete(next)
        now = Math.max(now, next.atMs)
        next.run()
      }
      now = end
    },
  }
}
