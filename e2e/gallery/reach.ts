import type { Album } from './album.ts'
import { progress } from './progress.ts'

/** Does it; where it cannot be done, that is said and kept, and what comes next goes on. */
export async function reach(album: Album, what: string, how: () => Promise<void>): Promise<void> {
  try {
    await how()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    progress(`NOT REACHED: ${what}: ${why}`)
    album.fail(what)
  }
}
