import { deskName, type Shelf } from '../enrolment/keyStore.ts'
import { SerialQueue } from '../tools/serialQueue.ts'
import type { DeskRecord } from './deskRecord.ts'

/** The record of a desk. A change counts once it is kept; another console of the same profile keeps its changes here, too. */
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

  /** One change after another, each from what is kept. Rejects, with nothing changed, as `next` throws. */
  change(next: (record: DeskRecord) => DeskRecord): Promise<void> {
    return this.#queue.run(async () => {
      const name = deskName(this.#record)
      this.#record = await this.#shelf.change(name, (kept) => {
        this.#record = kept ?? this.#record
        return next(this.#record)
      })
      this.#hear()
    })
  }
}

/** The record without that entry. */
export function without<T>(entries: Readonly<Record<string, T>>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(([key]) => key !== name))
}
