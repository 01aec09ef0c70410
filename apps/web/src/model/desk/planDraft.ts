import type { AgendaPart, Modalities, ProposedPlan } from '@parley/seal'
import { startOf, wallTimeOf } from './wallTime.ts'

/** What a plan says while it is written: text as typed, checked when it is sent. */
export type WordingDraft = {
  title: string
  /** `YYYY-MM-DDTHH:MM` in the time zone below. */
  start: string
  timeZone: string
  languages: string
  agenda: readonly DraftPart[]
} & Modalities

/** A plan while it is written, with its two sides. */
export type PlanDraft = WordingDraft & {
  sideName: string
  sideFlag: string
  otherName: string
  otherFlag: string
}

/** A line of the agenda. `key` stays with it while others come and go. */
export type DraftPart = Omit<AgendaPart, 'part'> & { key: number }

/** What is missing or wrong in the wording, by the name of its field. */
export type WordingProblem = 'title' | 'start' | 'languages' | 'agenda'

/** What is missing or wrong, by the name of its field. */
export type DraftProblem = WordingProblem | 'sideName' | 'otherName' | 'sideFlag' | 'otherFlag'

/** Sensible beginnings: tomorrow at ten, an opening that may be released and a closed part. */
export function newDraft(now: Date, timeZone: string): PlanDraft {
  const tomorrow = now.getTime() + 24 * 3_600_000
  return {
    sideName: '',
    sideFlag: '',
    otherName: '',
    otherFlag: '',
    title: '',
    start: `${wallTimeOf(tomorrow, timeZone).slice(0, 10)}T10:00`,
    timeZone,
    languages: 'en',
    agenda: [
      { key: 1, title: 'Opening', minutes: 10, open: true },
      { key: 2, title: 'Talks', minutes: 50, open: false },
    ],
    recording: 'never',
    ifLineDrops: '',
    peopleInRoom: '',
  }
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
  const { title, timeZone, agenda, recording, ifLineDrops, peopleInRoom } = draft
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
    },
  }
}

/** The language codes in a line as typed. */
export function languagesOf(typed: string): readonly string[] {
  return typed.split(/[\s,;]+/).filter((code) => code !== '')
}

/** What has to be filled in before the plan can be sent. */
export function problemsOf(draft: PlanDraft): readonly DraftProblem[] {
  const checks: readonly (readonly [DraftProblem, boolean])[] = [
    ['sideName', draft.sideName.trim() === ''],
    ['otherName', draft.otherName.trim() === ''],
    ['sideFlag', !/^([A-Z]{2})?$/.test(draft.sideFlag)],
    ['otherFlag', !/^([A-Z]{2})?$/.test(draft.otherFlag)],
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
  ])
}

function wrongAmong<P>(checks: readonly (readonly [P, boolean])[]): P[] {
  return checks.flatMap(([problem, isThere]) => (isThere ? [problem] : []))
}

function isLanguage(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length === 1
  } catch {
    return false
  }
}

function isLength(minutes: number): boolean {
  return minutes >= 1 && minutes <= 24 * 60
}
