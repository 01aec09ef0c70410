import { DocumentKind, Hash, Time } from '@parley/protocol'
import { heading } from '@parley/seal'
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
    entries: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
    /** Milliseconds since 1970, UTC: of its first and its last entry. */
    from: Time,
    to: Time,
  }),
  v.check(({ kind }) => kind === 'record'),
)
export type RecordSeal = v.InferOutput<typeof RecordSeal>
