import * as v from 'valibot'
import { DocumentKind, SeatId, SideId, Time, Version } from '@parley/protocol'
import { heading } from './fields.ts'

/** One pass that no longer counts: that version of it and every one before. */
export const Withdrawn = v.strictObject({ seat: SeatId, passVersion: Version, at: Time })
export type Withdrawn = v.InferOutput<typeof Withdrawn>

/** All that a side ever withdrew in this call: each version repeats those before, and counts at once. */
export const Withdrawal = v.pipe(
  v.strictObject({
    ...heading,
    kind: DocumentKind,
    side: SideId,
    withdrawn: v.pipe(v.array(Withdrawn), v.maxLength(2000)),
  }),
  v.check(({ kind, side }) => kind === `withdrawal/${side}`),
)
export type Withdrawal = v.InferOutput<typeof Withdrawal>
