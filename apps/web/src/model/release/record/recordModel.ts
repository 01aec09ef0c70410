import {
  exportedRecord,
  refuseWording,
  signRecord,
  signWording,
  type Desk,
  type RecordBook,
} from '@parley/client'
import { signal, computed, type ReadonlySignal } from '@preact/signals-core'
import { troubleOf } from '../../desk/deskTrouble.ts'
import type { RecordEvent, RecordView } from './recordView.ts'
import { recordViewOf } from './recordViewOf.ts'

/** The record as a console shows it. */
export type RecordModel = Disposable & {
  readonly view: ReadonlySignal<RecordView>
  /** Settles once the deed is done, or its trouble is in the view. */
  readonly send: (event: RecordEvent) => Promise<void>
}

/** Follows the record of a desk. */
export function openRecordModel({
  book,
  desk,
  saveFile,
}: {
  book: RecordBook
  desk: Desk
  saveFile: (name: string, text: string) => void
}): RecordModel {
  const { side } = desk.state.record
  const now = signal(book.now)
  const trouble = signal<RecordView['trouble']>(undefined)
  const listening = book.listen((next) => (now.value = next))

  async function perform(event: RecordEvent): Promise<void> {
    switch (event.type) {
      case 'record-signed':
        return void (await signRecord(book))
      case 'wording-signed':
        return void (await signWording(book, event.hash))
      case 'wording-refused':
        return void (await refuseWording(book, event))
      case 'record-saved':
        return saveFile('parley-record.json', await exportedRecord(book))
      case 'record-trouble-read':
        return undefined
    }
  }

  return {
    view: computed(() => recordViewOf(now.value, { own: side, trouble: trouble.value })),
    async send(event) {
      trouble.value = undefined
      try {
        await perform(event)
        await book.settled()
      } catch (error) {
        trouble.value = troubleOf(error)
      }
    },
    [Symbol.dispose]: () => listening[Symbol.dispose](),
  }
}
