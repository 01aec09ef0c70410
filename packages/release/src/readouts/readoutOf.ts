import type { Hash } from '@parley/protocol'
import * as v from 'valibot'
import type { Party } from '../documents/party.ts'
import { Readout, type Translation } from '../documents/readout.ts'
import type { DraftTranslation, Wording } from './wording.ts'

/** What the seal signs of a wording, apart from the heading. */
export type ReadoutWords = Omit<Readout, 'call' | 'kind' | 'version' | 'previous' | 'at'>

/** A wording as it will stand in public. Its lines are written without spaces around them. */
export function readoutOf(
  wording: Wording,
  { side, record }: { side: Party; record: Hash | null },
): ReadoutWords {
  const { byline, title, language, body, embargo, correction, translations } = wording
  return {
    side,
    byline: byline.trim(),
    title: title.trim(),
    language,
    body,
    embargo,
    correction: correction?.trim() ?? null,
    translations: translations.map(publicTranslation),
    record,
  }
}

/** Whether that very wording is what the seal signed. */
export function isSignedAs(wording: Wording, readout: Readout): boolean {
  const { side, record } = readout
  const signed = { ...readout, ...readoutOf(wording, { side, record }) }
  const read = v.safeParse(Readout, signed)
  return read.success && JSON.stringify(read.output) === JSON.stringify(v.parse(Readout, readout))
}

/** The wording of what was signed, to be corrected. `of` are the hashes of its words, by language. */
export function wordingOf(
  { byline, title, language, body, translations }: ReadoutWords,
  wordsAre: Hash,
): Wording {
  return {
    byline,
    title,
    language,
    body,
    embargo: null,
    correction: '',
    translations: translations.map((translation) => ({ ...translation, of: wordsAre })),
  }
}

/** What it was fitted to is the side's own affair. */
function publicTranslation(draft: DraftTranslation): Translation {
  const { of: _, checkedBy, title, ...translation } = draft
  return {
    ...translation,
    title: title.trim(),
    checkedBy: checkedBy && { name: checkedBy.name.trim(), office: checkedBy.office.trim() },
  }
}
