import { DocumentKind, Hash, SideId, Time } from '@parley/protocol'
import { heading, Heads, line } from '@parley/seal'
import * as v from 'valibot'

/** The record's file, as every side signs that it is so. */
export const RecordSeal = v.pipe(
  v.strictObject({
    ...heading,
    kind: DocumentKind,
    /** SHA-256 of the file's bytes. */
    file: Hash,
    /** The last link of its chain. */
    head: Hash,
    /** What was agreed when it was made: the papers in it are these and those that led to them. */
    heads: Heads,
    /** The entries that no other in it names: these and all that they name are its entries. */
    tips: v.pipe(
      v.array(Hash),
      v.maxLength(1000),
      v.check((tips) => tips.every((tip, place) => place === 0 || (tips[place - 1] ?? '') < tip)),
    ),
    entries: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
    /** Milliseconds since 1970, UTC: of its first and its last entry. */
    from: Time,
    to: Time,
  }),
  v.check(({ kind }) => kind === 'record'),
)
export type RecordSeal = v.InferOutput<typeof RecordSeal>

/** That a side does not sign that very record, and why. */
export const RecordRefusal = v.pipe(
  v.strictObject({
    ...heading,
    kind: DocumentKind,
    side: SideId,
    /** The document that it would have signed. */
    record: Hash,
    reason: v.union([v.literal(''), line(500)]),
  }),
  v.check(({ kind, side }) => kind === `record-refusal/${side}`),
)
export type RecordRefusal = v.InferOutput<typeof RecordRefusal>
