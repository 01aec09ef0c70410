import { ownLeaf, type Call, type Channel } from '@parley/call'
import type { LeafIndex, SeatId } from '@parley/protocol'
import type { CallFacts } from '../callFacts.ts'
import { initialsOf } from '../callTiles.ts'

/** Another interpreter of one's own side. */
export type Partner = {
  seat: SeatId
  name: string
  initials: string
  /** Undefined while that seat is empty. */
  leaf: LeafIndex | undefined
  is: 'on-air' | 'ready' | 'coming-back' | 'not-in'
  into: string | undefined
  /** Since when on air. */
  sinceMs: number | undefined
  /** Undefined for the floor. */
  listens: Channel | undefined
  /** Offers the language to whoever sits here. */
  offers: boolean
}

/** Those of one's own side with a language in common; first whoever is on air into it, then whoever offers, then whoever is there. */
export function partnersOf(
  { interpreters, people, you }: CallFacts,
  { call, into }: { call: Call; into: string | undefined },
): readonly Partner[] {
  const own = interpreters.find(({ seat }) => seat === you.seat)
  const common = interpreters.filter(
    ({ seat, side, languages }) =>
      seat !== you.seat &&
      side === own?.side &&
      languages.some((language) => own.languages.includes(language)),
  )
  return common
    .map(({ seat, name }): Partner => {
      const person = people.find((one) => one.seat === seat && one.standing === 'agreed')
      const leaf = person?.leaf
      const isOnAir = person?.microphone === 'open' && person.into !== undefined
      const isHere = person?.presence === 'here'
      const offer = leaf === undefined ? undefined : call.handOver.offers.get(leaf)
      return {
        seat,
        name,
        initials: initialsOf(name),
        leaf,
        is: !person ? 'not-in' : isOnAir ? 'on-air' : isHere ? 'ready' : 'coming-back',
        into: isOnAir ? person.into : undefined,
        sinceMs: isOnAir ? person.opened?.atMs : undefined,
        listens: person?.listens,
        offers: offer !== undefined && offer.to === ownLeaf(call),
      }
    })
    .toSorted((a, b) => rank(a, into) - rank(b, into))
}

function rank(partner: Partner, into: string | undefined): number {
  if (partner.offers) return 0
  if (partner.is === 'on-air') return partner.into === into ? 1 : 2
  return partner.leaf === undefined ? 4 : 3
}
