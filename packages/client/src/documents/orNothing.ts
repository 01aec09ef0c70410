import { Refusal } from '@parley/protocol'

/** What the work gives, or nothing where it refuses: for what others sent. A bug still throws. */
export async function orNothing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
