import type { CallId } from '@parley/protocol'
import type { Shelf } from '../enrolment/keyStore.ts'
import { raise } from './documentsView.ts'
import type { Remembered } from './root.ts'

/** Where it is kept, per call, what one has seen, so that a reload does not go back behind it. */
export interface Memory {
  read(call: CallId): Promise<Remembered | undefined>
  write(call: CallId, remembered: Remembered): Promise<void>
}

/** The memory of one desk or one seat. What another tab of it saw is not forgotten. */
export function memoryOn(shelf: Shelf<Remembered>, who: string): Memory {
  return {
    read: (call) => shelf.read(`${call} ${who}`),
    async write(call, remembered) {
      await shelf.change(`${call} ${who}`, (kept) =>
        kept ? raise({ ...kept, root: kept.root ?? remembered.root }, remembered.seen) : remembered,
      )
    },
  }
}
