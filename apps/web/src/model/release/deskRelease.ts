import {
  clipsAwaiting,
  RecordBook,
  Releases,
  UnreleasedClips,
  type Desk,
  type KeyStore,
} from '@parley/client'
import type { EntryEvent } from '@parley/seal'
import { signal, type ReadonlySignal } from '@preact/signals-core'
import { recordingFolder } from '../../adapters/recording/recordingFolder.ts'
import { DeskRecordings } from '../recording/deskRecordings.ts'
import { clipsOpener, type OpenClips } from './clips/openClips.ts'
import { openRecordModel, type RecordModel } from './record/recordModel.ts'

/** What a console works with once there is something to record and to release. Whoever opened it disposes of it. */
export type DeskRelease = AsyncDisposable & {
  readonly releases: Releases
  readonly book: RecordBook
  readonly record: RecordModel
  readonly openClips: OpenClips
  /** How many clips wait for this side. */
  readonly clipsWaiting: ReadonlySignal<number>
}

/** Opens it for a desk whose plan is agreed. */
export async function openDeskRelease({
  desk,
  store,
  server,
  saveFile,
}: {
  desk: Desk
  store: Pick<KeyStore, 'records' | 'unsaid'>
  server: { readonly origin: string }
  saveFile: (name: string, text: string) => void
}): Promise<DeskRelease> {
  const { call, side } = desk.state.record
  await using opening = new AsyncDisposableStack()
  const releases = opening.use(new Releases({ call, documents: desk.documents }))
  const book = opening.use(await RecordBook.open({ desk, releases, store }))
  const record = opening.use(openRecordModel({ book, desk, saveFile }))
  const note = (...events: readonly EntryEvent[]) => book.note(...events)
  const recordings = opening.use(new DeskRecordings({ desk, folder: recordingFolder, note }))
  const openClips = opening.use(clipsOpener({ desk, releases, recordings, server, book }))
  const clipsWaiting = signal(0)
  opening.use(releases.listen((state) => (clipsWaiting.value = clipsAwaiting(state, side))))
  opening.use(new UnreleasedClips({ desk, releases, note }))
  const open = opening.move()
  return {
    releases,
    book,
    record,
    openClips,
    clipsWaiting,
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}
