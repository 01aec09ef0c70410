import type { CallFacts, CallSide, ListsApart, Person } from './callFacts.ts'
import { deskQuietOf, type DeskQuiet } from './deskQuiet.ts'

/** The people of one side, as the panel lists them. */
export type RosterSection = {
  side: CallSide
  rows: readonly RosterRow[]
  deskQuiet: DeskQuiet
  /** Where the lists of its desk are others than those here. */
  deskLists: ListsApart | undefined
}

/** One line of the panel. `hearing` is absent for oneself. */
export type RosterRow = {
  person: Person
  hearing: Hearing | undefined
}

/** Whether one is heard there, as that device last said itself. While no sound of one's own goes out there is nothing to hear. */
export type Hearing =
  | 'hears-you'
  | 'does-not-hear-you'
  | 'not-heard-yet'
  | 'silent'
  | 'held'
  | 'would-hear-you'

/** Who hears what one says, counted from what the other devices confirm. */
export type WhoHears =
  | { phase: 'alone' }
  | { phase: 'closed'; of: number }
  | { phase: 'nothing-sent'; of: number }
  | { phase: 'open'; hearing: number; of: number; not: readonly Person[] }

/** The other sides in the order of the plan, then one's own; in each, what needs a look comes first, then the principal, then the rest as their delegation has them. */
export function callRoster({
  people,
  sides,
  isOpen,
  deskSaidAtMs,
  deskLists,
  nowMs,
}: Pick<CallFacts, 'people' | 'sides' | 'deskSaidAtMs' | 'deskLists' | 'nowMs'> & {
  isOpen: boolean
}): readonly RosterSection[] {
  return sides
    .toSorted((a, b) => Number(a.isOwn) - Number(b.isOwn) || a.place - b.place)
    .map((side) => ({
      side,
      rows: people
        .filter((person) => person.side === side.side)
        .map((person) => ({ person, hearing: hearingOf(person, isOpen) }))
        .toSorted((a, b) => rank(a.person) - rank(b.person)),
      deskQuiet: deskQuietOf(deskSaidAtMs.get(side.side), nowMs),
      deskLists: deskLists.get(side.side),
    }))
    .filter(({ rows }) => rows.length > 0)
}

/** Held and silent ones count as not hearing: nothing reaches them. */
export function whoHears({
  people,
  you,
  heldBack,
}: Pick<CallFacts, 'people' | 'you' | 'heldBack'>): WhoHears {
  const others = people.filter(({ isYou }) => !isYou)
  if (others.length === 0) return { phase: 'alone' }
  if (you.microphone.phase !== 'open') return { phase: 'closed', of: others.length }
  if (heldBack) return { phase: 'nothing-sent', of: others.length }
  const not = others.filter((person) => hearingOf(person, true) !== 'hears-you')
  return { phase: 'open', hearing: others.length - not.length, of: others.length, not }
}

/** The one word beside a name. */
export function hearingOf(person: Person, isOpen: boolean): Hearing | undefined {
  if (person.isYou) return undefined
  if (person.standing !== 'agreed') return 'held'
  if (person.presence === 'silent' || person.presence === 'coming-back') return 'silent'
  if (person.presence === 'not-heard') return 'not-heard-yet'
  if (!isOpen) return 'would-hear-you'
  if (person.hearsYou === 'not-heard-yet') return 'not-heard-yet'
  return person.hearsYou === 'yes' ? 'hears-you' : 'does-not-hear-you'
}

function rank(person: Person): number {
  if (person.standing !== 'agreed') return 0
  if (person.isYou) return 3
  return person.role === 'principal' ? 1 : 2
}
