import { deskName, type Shelf } from '../enrolment/keyStore.ts'
import { SerialQueue } from '../tools/serialQueue.ts'
import type { DeskRecord } from './deskRecord.ts'

/** The record of a desk. A change counts once it is kept. */
export class DeskBook {
  readonly #shelf: Shelf<DeskRecord>
  readonly #queue = new SerialQueue()
  readonly #hear: () => void
  #record: DeskRecord

  constructor({ shelf, hear }: { shelf: Shelf<DeskRecord>; hear: () => void }, record: DeskRecord) {
    this.#shelf = shelf
    this.#hear = hear
    this.#record = record
  }

  get record(): DeskRecord {
    return this.#record
  }

  /** One change after another, each from the newest record. Rejects, with nothing changed, as `next` throws. */
  change(next: (record: DeskRecord) => DeskRecord): Promise<void> {
    return this.#queue.run(async () => {
      const record = next(this.#record)
      await this.#shelf.write(deskName(record), record)
      this.#record = record
      this.#hear()
    })
  }
}

/** The record without that entry. */
export function without<T>(entries: Readonly<Record<string, T>>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(([key]) => key !== name))
}
