import * as v from 'valibot'
import { DocumentKind, SideId } from '@parley/protocol'
import { heading } from './fields.ts'
import { Heads } from './heads.ts'

/** A desk's word of the minute, while its console is open: what its lists are now. */
export const DeskWord = v.pipe(
  v.strictObject({ ...heading, kind: DocumentKind, side: SideId, heads: Heads }),
  v.check(({ kind, side }) => kind === `desk/${side}`),
)
export type DeskWord = v.InferOutput<typeof DeskWord>
