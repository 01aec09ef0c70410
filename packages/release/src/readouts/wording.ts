import { Hash, Time } from '@parley/protocol'
import { Language } from '@parley/seal'
import * as v from 'valibot'
import { TimeZone } from '../documents/announcement.ts'
import { Prose } from '../documents/prose.ts'

/** A line that may still be empty, or end in a space, while it is written. */
function draftLine(maxLength: number) {
  return v.pipe(
    v.string(),
    v.maxLength(maxLength),
    v.regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u),
  )
}

/** A text in one language. */
export const ReadoutText = v.strictObject({
  language: Language,
  title: draftLine(200),
  body: Prose,
})
export type ReadoutText = v.InferOutput<typeof ReadoutText>

/** Who made it, as far as that is said: a new one is of nobody that is named yet. */
const DraftTranslator = v.variant('is', [
  v.strictObject({
    is: v.literal('seat'),
    name: draftLine(120),
    office: v.union([v.literal(''), draftLine(160)]),
  }),
  v.strictObject({ is: v.literal('machine'), name: draftLine(120), version: draftLine(120) }),
])

/** A translation while it is worked on. `of` names the words that it was last fitted to. */
export const DraftTranslation = v.strictObject({
  ...ReadoutText.entries,
  by: DraftTranslator,
  checkedBy: v.nullable(
    v.strictObject({ name: draftLine(120), office: v.union([v.literal(''), draftLine(160)]) }),
  ),
  of: Hash,
})
export type DraftTranslation = v.InferOutput<typeof DraftTranslation>

/** Not public before then, as the clocks of that zone show it. */
export const Embargo = v.strictObject({ until: Time, timeZone: TimeZone })
export type Embargo = v.InferOutput<typeof Embargo>

/** All that a readout will say, as far as it is written. */
export const Wording = v.strictObject({
  ...ReadoutText.entries,
  byline: draftLine(200),
  embargo: v.nullable(Embargo),
  /** What it corrects, in words; null while nothing was published before. */
  correction: v.nullable(draftLine(500)),
  translations: v.pipe(
    v.array(DraftTranslation),
    v.maxLength(32),
    v.check((all) => new Set(all.map(({ language }) => language)).size === all.length),
  ),
})
export type Wording = v.InferOutput<typeof Wording>

/** Nothing written yet. */
export function emptyWording(language: string): Wording {
  return {
    language,
    title: '',
    body: [],
    byline: '',
    embargo: null,
    correction: null,
    translations: [],
  }
}
