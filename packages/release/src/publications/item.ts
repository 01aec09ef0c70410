import { DocumentKind } from '@parley/protocol'
import * as v from 'valibot'

/** What of a call may be published: what it was announced as, its record, a clip, a joint line, a side's account. */
export type PublicItem = DocumentKind & v.Brand<'PublicItem'>
export const PublicItem: v.GenericSchema<string, PublicItem> = v.pipe(
  DocumentKind,
  v.regex(/^(announcement|record|(clip|joint|readout)\/.*)$/),
  v.brand('PublicItem'),
)

/** As it stands in an address: `readout/X` is `readout-X`. */
export function itemPath(item: PublicItem): string {
  return item.replace('/', '-')
}

/** The item that stands so in an address, if it is one. */
export function itemAt(path: string): PublicItem | undefined {
  const item = v.safeParse(PublicItem, path.replace('-', '/'))
  return item.success ? item.output : undefined
}
