import { DocumentKind, Hash, Time } from '@parley/protocol'
import { heading, Language, line } from '@parley/seal'
import * as v from 'valibot'
import { TimeZone } from './announcement.ts'
import { Party } from './party.ts'
import { Prose } from './prose.ts'

const Person = { name: line(120), office: v.union([v.literal(''), line(160)]) }

/** Who made a translation. */
export const Translator = v.variant('is', [
  v.strictObject({ is: v.literal('seat'), ...Person }),
  v.strictObject({ is: v.literal('machine'), name: line(120), version: line(120) }),
])
export type Translator = v.InferOutput<typeof Translator>

/** The same account in another language. */
export const Translation = v.strictObject({
  language: Language,
  title: line(200),
  body: Prose,
  by: Translator,
  /** Who read it beside the original; null for nobody. */
  checkedBy: v.nullable(v.strictObject(Person)),
})
export type Translation = v.InferOutput<typeof Translation>

/** A side's account of the call, as it is published. It alone signs it. */
export const Readout = v.pipe(
  v.strictObject({
    ...heading,
    kind: DocumentKind,
    side: Party,
    /** Who speaks, such as a press office. */
    byline: v.union([v.literal(''), line(200)]),
    title: line(200),
    language: Language,
    body: Prose,
    /** Not to be published before then. */
    embargo: v.nullable(v.strictObject({ until: Time, timeZone: TimeZone })),
    /** What this version corrects, in words; null for a first version. */
    correction: v.nullable(line(500)),
    translations: v.pipe(
      v.array(Translation),
      v.maxLength(32),
      v.check((all) => new Set(all.map(({ language }) => language)).size === all.length),
    ),
    /** The record of the call, as every side signed it. */
    record: v.nullable(Hash),
  }),
  v.check(({ kind, side }) => kind === `readout/${side.side}`),
  v.check(({ language, translations }) =>
    translations.every((translation) => translation.language !== language),
  ),
)
export type Readout = v.InferOutput<typeof Readout>
