import { DocumentKind, Time } from '@parley/protocol'
import { heading, line } from '@parley/seal'
import * as v from 'valibot'
import { Parties } from './party.ts'

/** An IANA name. */
export const TimeZone = v.pipe(
  v.string(),
  v.maxLength(64),
  v.regex(/^[A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+)*$/),
)

/** That a call is held, by whom and when: all that the public reads of it before. Every side signs it. */
export const Announcement = v.pipe(
  v.strictObject({
    ...heading,
    kind: DocumentKind,
    title: line(200),
    /** Milliseconds since 1970, UTC. */
    start: Time,
    timeZone: TimeZone,
    sides: Parties,
  }),
  v.check(({ kind }) => kind === 'announcement'),
)
export type Announcement = v.InferOutput<typeof Announcement>
