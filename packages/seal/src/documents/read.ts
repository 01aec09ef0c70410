import type * as v from 'valibot'
import { parseAs, Refusal, type Bytes } from '@parley/protocol'

/** Reads a payload as its schema describes it. Refuses with `malformed`. */
export function readPayload<T>(schema: v.GenericSchema<unknown, T>, bytes: Bytes): T {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Refusal('malformed', { cause })
  }
  return parseAs(schema, text)
}

/** What the work gives, or nothing where it refuses: for what others sent. A bug still throws. */
export async function orNothing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
