import type { ReadoutsEvent } from '../../../model/release/readouts/readoutsEvent.ts'
import type { ReadoutsHere, ReadoutsView } from '../../../model/release/readouts/readoutsView.ts'

/** What the parts of the readouts are drawn from, and where they say what was done. */
export type ReadoutsProps = {
  view: ReadoutsView
  here: ReadoutsHere
  send: (event: ReadoutsEvent) => void
}

/** What the sheet shows. */
export type SheetMode = 'write' | 'changes' | 'translations' | 'sign'
