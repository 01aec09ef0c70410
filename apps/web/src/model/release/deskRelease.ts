import { RecordBook, Releases, type Desk, type KeyStore } from '@parley/client'
import { openRecordModel, type RecordModel } from './record/recordModel.ts'

/** What a console works with once there is something to record and to release. Whoever opened it disposes of it. */
export type DeskRelease = AsyncDisposable & {
  readonly releases: Releases
  readonly book: RecordBook
  readonly record: RecordModel
}

/** Opens it for a desk whose plan is agreed. */
export async function openDeskRelease({
  desk,
  store,
  saveFile,
}: {
  desk: Desk
  store: Pick<KeyStore, 'records'>
  saveFile: (name: string, text: string) => void
}): Promise<DeskRelease> {
  const { call } = desk.state.record
  await using opening = new AsyncDisposableStack()
  const releases = opening.use(new Releases({ call, documents: desk.documents }))
  const book = opening.use(await RecordBook.open({ desk, releases, shelf: store.records }))
  const record = opening.use(openRecordModel({ book, desk, saveFile }))
  const open = opening.move()
  return { releases, book, record, [Symbol.asyncDispose]: () => open.disposeAsync() }
}
