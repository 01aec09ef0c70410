import type { Channel } from '@parley/call'
import type { CallFacts, CallSide, Person } from '../callFacts.ts'

/** An interpretation that one can listen to: a language of a side. */
export type Booth = Channel & {
  /** Whose word to take, where another side has the same language. */
  of: CallSide
  /** Whoever opened last, in the order in which all heard it. */
  onAir: Person | undefined
  /** Those of this booth who are here and not on air, as their delegation has them. */
  partners: readonly Person[]
}

/** One's own side first, then as the plan has them; in each the languages as its delegation has them. */
export function boothsOf({
  interpreters,
  people,
  sides,
}: Pick<CallFacts, 'interpreters' | 'people' | 'sides'>): readonly Booth[] {
  return sides
    .toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn) || a.place - b.place)
    .flatMap((of) => {
      const own = interpreters.filter(({ side }) => side === of.side)
      const languages = new Set(own.flatMap((seat) => seat.languages))
      return [...languages].map((language) => {
        const channel = { side: of.side, language }
        const onAir = onAirOf(people, channel)
        const partners = people.filter(
          (person) => person !== onAir && isThere(person) && canInterpret(person, channel),
        )
        return { ...channel, of, onAir, partners }
      })
    })
}

/** Whether both are the same; nothing is the floor. */
export function isSameChannel(a: Channel | undefined, b: Channel | undefined): boolean {
  return a?.side === b?.side && a?.language === b?.language
}

function onAirOf(people: readonly Person[], { side, language }: Channel): Person | undefined {
  const open = people.filter(
    (person) => person.side === side && person.into === language && isThere(person),
  )
  return open.toSorted((a, b) => orderOf(b) - orderOf(a))[0]
}

function canInterpret({ role, side, languages }: Person, channel: Channel): boolean {
  return role === 'interpreter' && side === channel.side && languages.includes(channel.language)
}

/** Whoever is only coming back may still be heard. */
function isThere({ standing, presence }: Person): boolean {
  return standing === 'agreed' && presence !== 'silent'
}

function orderOf({ opened }: Person): number {
  return opened?.order ?? 0
}
