import type { Clock } from '@parley/call'

/** Resolves when that is done, or when the time is over. */
export async function within(clock: Clock, ms: number, done: Promise<void>): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>()
  using _ = clock.after(ms, resolve)
  await Promise.race([done, late])
}
