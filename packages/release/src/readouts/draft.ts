import { DocumentKind, Hash, SideId, Time } from '@parley/protocol'
import { heading, line } from '@parley/seal'
import * as v from 'valibot'
import { Wording } from './wording.ts'

/** A random name: of a console while it is open, of a comment, of a clash. */
export const ShortId = v.pipe(v.string(), v.regex(/^[\w-]{11}$/))

/** Two consoles of a side wrote differently in one place. Nothing of it is lost: what does not stand is here. */
export const Clash = v.strictObject({
  id: ShortId,
  /** In the body both stand, one after the other. */
  of: v.picklist(['body', 'title', 'byline', 'correction', 'embargo', 'translation']),
  first: v.pipe(v.string(), v.maxLength(20_000)),
  second: v.pipe(v.string(), v.maxLength(20_000)),
})
export type Clash = v.InferOutput<typeof Clash>

/** That a signed text went out, and how. */
export const SentReadout = v.strictObject({
  hash: Hash,
  at: Time,
  /** Early: handed to the server before the end of its embargo. */
  how: v.picklist(['by-hand', 'early']),
})
export type SentReadout = v.InferOutput<typeof SentReadout>

/** That a signed text was sealed to an ally, known by the code of its seal. */
export const SharedWith = v.strictObject({
  hash: Hash,
  name: line(120),
  code: v.pipe(v.string(), v.regex(/^\d{30}$/)),
  at: Time,
})
export type SharedWith = v.InferOutput<typeof SharedWith>

/** What the consoles of a side share while they write. */
export const DraftText = v.strictObject({
  wording: Wording,
  /** Whether a principal of the side has to approve the text before the seal signs it. */
  needsApproval: v.boolean(),
  /** The wording that the principal was asked to approve. */
  offered: v.nullable(Hash),
  /** Comments that need no answer any more, by their names. */
  resolved: v.pipe(v.array(ShortId), v.maxLength(2000)),
  clashes: v.pipe(v.array(Clash), v.maxLength(100)),
  sent: v.pipe(v.array(SentReadout), v.maxLength(200)),
  shared: v.pipe(v.array(SharedWith), v.maxLength(200)),
})
export type DraftText = v.InferOutput<typeof DraftText>

/** The draft as a console last saved it, signed by the seal. Of these only the newest is kept. */
export const ReadoutDraft = v.pipe(
  v.strictObject({
    ...heading,
    kind: DocumentKind,
    side: SideId,
    /** Which console: another name each time one is opened. */
    console: ShortId,
    text: DraftText,
  }),
  v.check(({ kind, side }) => kind === `readout-draft/${side}`),
)
export type ReadoutDraft = v.InferOutput<typeof ReadoutDraft>

/** A version that an officer wanted kept, signed by the seal. All of these are kept. */
export const ReadoutVersion = v.pipe(
  v.strictObject({
    ...heading,
    kind: DocumentKind,
    side: SideId,
    /** What it is kept for, in the officer's words. */
    note: v.union([v.literal(''), line(200)]),
    wording: Wording,
  }),
  v.check(({ kind, side }) => kind === `readout-version/${side}`),
)
export type ReadoutVersion = v.InferOutput<typeof ReadoutVersion>
