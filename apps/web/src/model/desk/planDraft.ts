import type { AgendaPart, Modalities } from '@parley/seal'

/** A plan while it is written: text as typed, checked when it is sent. */
export type PlanDraft = {
  sideName: string
  sideFlag: string
  otherName: string
  otherFlag: string
  title: string
  /** `YYYY-MM-DDTHH:MM` in the time zone below. */
  start: string
  timeZone: string
  languages: string
  agenda: readonly DraftPart[]
  recording: Modalities['recording']
}

/** A line of the agenda. `key` stays with it while others come and go. */
export type DraftPart = Omit<AgendaPart, 'part'> & { key: number }

/** What is missing, by the name of its field. */
export type DraftProblem =
  | 'sideName'
  | 'otherName'
  | 'sideFlag'
  | 'otherFlag'
  | 'title'
  | 'start'
  | 'agenda'

/** Sensible beginnings: tomorrow at ten, an opening that may be released and a closed part. */
export function newDraft(now: Date, timeZone: string): PlanDraft {
  const tomorrow = new Date(now.getTime() + 24 * 3_600_000)
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(tomorrow)
  return {
    sideName: '',
    sideFlag: '',
    otherName: '',
    otherFlag: '',
    title: '',
    start: `${day}T10:00`,
    timeZone,
    languages: 'en',
    agenda: [
      { key: 1, title: 'Opening', minutes: 10, open: true },
      { key: 2, title: 'Talks', minutes: 50, open: false },
    ],
    recording: 'never',
  }
}

/** What has to be filled in before the plan can be sent. */
export function problemsOf(draft: PlanDraft): readonly DraftProblem[] {
  const checks: readonly (readonly [DraftProblem, boolean])[] = [
    ['sideName', draft.sideName.trim() === ''],
    ['otherName', draft.otherName.trim() === ''],
    ['sideFlag', !/^([A-Z]{2})?$/.test(draft.sideFlag)],
    ['otherFlag', !/^([A-Z]{2})?$/.test(draft.otherFlag)],
    ['title', draft.title.trim() === ''],
    ['start', startOf(draft) === undefined],
    [
      'agenda',
      draft.agenda.length === 0 ||
        draft.agenda.some(({ title, minutes }) => title.trim() === '' || !(minutes >= 1)),
    ],
  ]
  return checks.flatMap(([problem, isThere]) => (isThere ? [problem] : []))
}

/** When the draft starts, in milliseconds UTC; nothing while no whole time is written. */
export function startOf({ start, timeZone }: PlanDraft): number | undefined {
  const wall = Date.parse(`${start}:00Z`)
  if (Number.isNaN(wall)) return undefined
  const first = wall - offsetMs(wall, timeZone)
  return wall - offsetMs(first, timeZone)
}

/** How far the clocks of a zone are ahead of UTC at that moment. */
function offsetMs(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at)
  return Date.parse(`${parts.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000
}
