import { Seat } from '@parley/seal'
import * as v from 'valibot'
import type { NewSeat } from './deskView.ts'

/** One person of a pasted list, while it is looked through and corrected. */
export type SeatDraft = {
  /** Stays with it while others come and go. */
  key: number
  /** Where it stood in the list, from 1. */
  line: number
  name: string
  office: string
  /** Nothing while it has to be chosen, because the list calls it `roleWord`. */
  role: Seat['role'] | undefined
  roleWord: string
  /** Empty while they have to be chosen, because the list calls them `languageWord`. */
  languages: readonly string[]
  languageWord: string
}

/** What keeps a person from being added; `twice` does not, it is only to be looked at. */
export type SeatProblem =
  | 'no-name'
  | 'bad-name'
  | 'bad-office'
  | 'unknown-role'
  | 'unknown-language'
  | 'twice'

/** What is to be corrected, or looked at, in each of them. `taken` are the names that have a seat already. */
export function seatProblems(
  drafts: readonly SeatDraft[],
  taken: readonly string[],
): ReadonlyMap<number, readonly SeatProblem[]> {
  const names = new Set(taken.map(sameName))
  return new Map(
    drafts.map((draft) => {
      const name = sameName(draft.name)
      const isTwice = name !== '' && names.has(name)
      names.add(name)
      return [draft.key, [...wrongIn(draft), ...(isTwice ? (['twice'] as const) : [])]]
    }),
  )
}

/** The person as a seat is given to them; nothing while something has to be corrected. */
export function personOf(draft: SeatDraft): NewSeat | undefined {
  const { name, office, role, languages } = draft
  if (wrongIn(draft).length > 0 || !role) return undefined
  return { name: name.trim(), office: office.trim(), role, languages: [...languages] }
}

function wrongIn({ name, office, role, languages }: SeatDraft): SeatProblem[] {
  const problems: SeatProblem[] = []
  if (name.trim() === '') problems.push('no-name')
  else if (!v.is(Seat.entries.name, name)) problems.push('bad-name')
  if (!v.is(Seat.entries.office, office.trim())) problems.push('bad-office')
  if (!role) problems.push('unknown-role')
  if (languages.length === 0) problems.push('unknown-language')
  return problems
}

function sameName(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}
