import { readoutKind } from '@parley/release'
import { jointLinesIn, type SignedItem } from './joined.ts'
import type { ReadoutDesk } from './readoutDesk.ts'
import { publishedOf } from './signReadout.ts'

/** What proves an account that is published, and each joint line in it: files as they lie beside the public page, by their names there. */
export function readoutFiles(
  desk: ReadoutDesk,
): readonly { readonly name: string; readonly text: string }[] {
  const published = publishedOf(desk)
  if (published.length === 0) return []
  const readout: SignedItem = {
    item: readoutKind(desk.hands.book.record.side),
    versions: published.map(({ jws }) => [jws]),
  }
  const lines = jointLinesIn(
    desk,
    published.map(({ payload }) => payload),
  )
  return [readout, ...lines].map(({ item, versions }) => ({
    name: `${item.replace('/', '-')}.json`,
    text: JSON.stringify({ parley: 1, item, versions }),
  }))
}
