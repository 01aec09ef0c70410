import { Refusal, type RefusalCode } from '@parley/protocol'

/** What the work gives, or the code of its refusal. Anything else that it throws is a fault of it. */
export async function orCode<T>(work: () => T | Promise<T>): Promise<T | RefusalCode> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}
