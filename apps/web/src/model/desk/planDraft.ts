import { Modalities, type AgendaPart, type ProposedPlan } from '@parley/seal'
import * as v from 'valibot'
import { countryNamed } from './countryWords.ts'
import { languageNamed, languagesNamed } from './languageWords.ts'
import { zoneOfCountry } from './timeZones.ts'
import { startOf, wallTimeOf } from './wallTime.ts'

const HOUR_MS = 3_600_000

/** What a plan says while it is written: text as typed, checked when it is sent. */
export type WordingDraft = {
  title: string
  /** `YYYY-MM-DDTHH:MM` in the time zone below. */
  start: string
  timeZone: string
  languages: string
  agenda: readonly DraftPart[]
} & Modalities

/** A plan while it is written, with its two sides. A flag is a country as typed, or empty. */
export type PlanDraft = WordingDraft & {
  sideName: string
  sideFlag: string
  otherName: string
  otherFlag: string
  /** Where the other side is, for this desk to show its time; empty while nobody knows. */
  otherZone: string
}

/** A line of the agenda. `key` stays with it while others come and go. */
export type DraftPart = Omit<AgendaPart, 'part'> & { key: number }

/** What is missing or wrong in the wording, by the name of its field. */
export type WordingProblem = 'title' | 'start' | 'languages' | 'agenda' | 'keepDays'

/** What is missing or wrong, by the name of its field. */
export type DraftProblem = WordingProblem | 'sideName' | 'otherName' | 'sideFlag' | 'otherFlag'

/**
 * Sensible beginnings: tomorrow at the next full hour, where its officer is and in the language of this
 * browser, with an opening that may be released and a closed part. What the items are called is left to
 * whoever shows it.
 */
export function newDraft({
  now,
  timeZone,
  language,
}: {
  /** Milliseconds since 1970, UTC. */
  now: number
  timeZone: string
  /** As a browser names it, such as `en-GB`. */
  language: string
}): PlanDraft {
  return {
    sideName: '',
    sideFlag: '',
    otherName: '',
    otherFlag: '',
    otherZone: '',
    title: '',
    start: nextHourTomorrow(now, timeZone),
    timeZone,
    languages: new Intl.Locale(language).language,
    agenda: [
      { key: 1, title: '', minutes: 10, open: true },
      { key: 2, title: '', minutes: 50, open: false },
    ],
    recording: 'never',
    ifLineDrops: '',
    peopleInRoom: '',
  }
}

/** The clock there tells the hour, which is not always that of UTC. */
function nextHourTomorrow(now: number, timeZone: string): string {
  const wall = Date.parse(`${wallTimeOf(now, timeZone).slice(0, 13)}:00Z`)
  return wallTimeOf(wall + 25 * HOUR_MS, 'UTC')
}

/** A draft whose items without a name are called so, in their order. */
export function withItemsNamed<D extends WordingDraft>(draft: D, names: readonly string[]): D {
  const agenda = draft.agenda.map((item, place) => ({
    ...item,
    title: item.title === '' ? (names[place] ?? '') : item.title,
  }))
  return { ...draft, agenda }
}

/** A draft whose languages are written by their names, where those are understood again. */
export function withLanguagesNamed<D extends WordingDraft>(draft: D, locale: string): D {
  const naming = new Intl.DisplayNames(locale, { type: 'language' })
  const names = languagesOf(draft.languages).map((code) => {
    const name = isLanguage(code) ? naming.of(code) : undefined
    return name && languageNamed(name) === code ? name : code
  })
  return { ...draft, languages: names.join(', ') }
}

/** The name of one's own side, and with it the flag of the country of that name, unless its officer chose one. */
export function withSideName(
  { sideName, sideFlag }: Pick<PlanDraft, 'sideName' | 'sideFlag'>,
  typed: string,
): Pick<PlanDraft, 'sideName' | 'sideFlag'> {
  return { sideName: typed, sideFlag: flagWith(typed, { before: sideName, flag: sideFlag }) }
}

/** The name of the other side, likewise, and with the flag the zone of its country. */
export function withOtherName(
  draft: Pick<PlanDraft, 'otherName' | 'otherFlag' | 'otherZone'>,
  typed: string,
): Pick<PlanDraft, 'otherName' | 'otherFlag' | 'otherZone'> {
  const { otherName, otherFlag } = draft
  const flag = flagWith(typed, { before: otherName, flag: otherFlag })
  return { otherName: typed, ...withOtherFlag(draft, flag) }
}

/** The other side's flag, and with it the zone of its country, unless its officer chose one. */
export function withOtherFlag(
  { otherFlag, otherZone }: Pick<PlanDraft, 'otherFlag' | 'otherZone'>,
  typed: string,
): Pick<PlanDraft, 'otherFlag' | 'otherZone'> {
  const isGuessed = otherZone === '' || otherZone === zoneOf(otherFlag)
  return { otherFlag: typed, otherZone: isGuessed ? (zoneOf(typed) ?? '') : otherZone }
}

function flagOf(side: string): string {
  return countryNamed(side) ? side.trim() : ''
}

function flagWith(name: string, { before, flag }: { before: string; flag: string }): string {
  return flag === '' || flag === flagOf(before) ? flagOf(name) : flag
}

function zoneOf(country: string): string | undefined {
  const code = countryNamed(country)
  return code && zoneOfCountry(code)
}

/** A plan as it stands, to be written anew. */
export function draftOf(plan: Omit<ProposedPlan, 'sides'>): WordingDraft {
  const { title, start, timeZone, languages, agenda, modalities } = plan
  return {
    title,
    start: wallTimeOf(start, timeZone),
    timeZone,
    languages: languages.join(', '),
    agenda: agenda.map(({ part, ...rest }) => ({ key: part, ...rest })),
    ...modalities,
  }
}

/** What a draft says, in the words of a plan; still to be checked. */
export function wordingOf(draft: WordingDraft) {
  const { title, timeZone, agenda, recording, keepDays, ifLineDrops, peopleInRoom, aideOpens } =
    draft
  return {
    title: title.trim(),
    start: startOf(draft),
    timeZone,
    languages: languagesOf(draft.languages),
    agenda: agenda.map((item, index) => ({
      part: index + 1,
      title: item.title.trim(),
      minutes: item.minutes,
      open: item.open,
    })),
    modalities: {
      recording,
      ifLineDrops: ifLineDrops.trim(),
      peopleInRoom: peopleInRoom.trim(),
      ...(aideOpens && { aideOpens }),
      ...(recording === 'open-parts' && keepDays !== undefined && { keepDays }),
    },
  }
}

/** The codes of the languages in a line as typed, by name or by code; what is not understood stays as it is. */
function languagesOf(typed: string): readonly string[] {
  const pieces = typed.split(/[,;،؛]/).map((piece) => piece.trim())
  return pieces
    .filter((piece) => piece !== '')
    .flatMap((piece) => languagesNamed(piece) ?? piece.split(/\s+/))
}

/** What has to be filled in before the plan can be sent. */
export function problemsOf(draft: PlanDraft): readonly DraftProblem[] {
  const checks: readonly (readonly [DraftProblem, boolean])[] = [
    ['sideName', draft.sideName.trim() === ''],
    ['otherName', draft.otherName.trim() === ''],
    ['sideFlag', isUnknownCountry(draft.sideFlag)],
    ['otherFlag', isUnknownCountry(draft.otherFlag)],
  ]
  return [...wrongAmong(checks), ...wordingProblemsOf(draft)]
}

/** What has to be filled in before a change can be sent. */
export function wordingProblemsOf(draft: WordingDraft): readonly WordingProblem[] {
  const languages = languagesOf(draft.languages)
  return wrongAmong([
    ['title', draft.title.trim() === ''],
    ['start', startOf(draft) === undefined],
    ['languages', languages.length === 0 || !languages.every(isLanguage)],
    [
      'agenda',
      draft.agenda.length === 0 ||
        draft.agenda.some(({ title, minutes }) => title.trim() === '' || !isLength(minutes)),
    ],
    [
      'keepDays',
      draft.recording === 'open-parts' && !v.is(Modalities.entries.keepDays, draft.keepDays),
    ],
  ])
}

function wrongAmong<P>(checks: readonly (readonly [P, boolean])[]): P[] {
  return checks.flatMap(([problem, isThere]) => (isThere ? [problem] : []))
}

function isUnknownCountry(typed: string): boolean {
  return typed.trim() !== '' && countryNamed(typed) === undefined
}

/** A name that is not known would pass for a code of five to eight letters. */
function isLanguage(code: string): boolean {
  if (!/^[a-z]{2,3}(-|$)/i.test(code)) return false
  try {
    return Intl.getCanonicalLocales(code).length === 1
  } catch {
    return false
  }
}

function isLength(minutes: number): boolean {
  return minutes >= 1 && minutes <= 24 * 60
}
