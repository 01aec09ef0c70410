import type { CallId } from '@parley/protocol'
import type { Shelf } from '../enrolment/keyStore.ts'
import type { Remembered } from './root.ts'

/** Where it is kept, per call, what one has seen, so that a reload does not go back behind it. */
export interface Memory {
  read(call: CallId): Promise<Remembered | undefined>
  write(call: CallId, remembered: Remembered): Promise<void>
}

/** The memory of one desk or one seat. */
export function memoryOn(shelf: Shelf<Remembered>, who: string): Memory {
  return {
    read: (call) => shelf.read(`${call} ${who}`),
    write: (call, remembered) => shelf.write(`${call} ${who}`, remembered),
  }
}
