import type { Album } from './album.ts'
import { progress } from './progress.ts'

/** A longer wait says later what hangs; a shorter one cuts off a slow machine that takes all the pictures. */
const WITHIN_MS = 20 * 60_000

/** Does it; where it cannot be done, or not in time, that is said and kept, and what comes next goes on. */
export async function reach(
  album: Album,
  what: string,
  how: () => Promise<void>,
  withinMs = WITHIN_MS,
): Promise<void> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`It takes over ${withinMs} ms`)), withinMs)
  try {
    await Promise.race([how(), late.promise])
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    progress(`NOT REACHED: ${what}: ${why}`)
    album.fail(what)
  } finally {
    clearTimeout(timer)
  }
}
