import { soundWayMs, type Call, type Channel } from '@parley/call'
import type { SeatId } from '@parley/protocol'
import type { CallFacts, CallSide, Person } from '../callFacts.ts'

/** What an interpreter can listen to: the floor, or what another booth makes of it. */
export type Relay = {
  key: string
  /** Undefined for the floor. */
  channel: Channel | undefined
  /** Named where another side has the same language. */
  of: CallSide | undefined
  /** Whose voice it is now, if anybody's. */
  seat: SeatId | undefined
  name: string | undefined
  /** The first language of whoever speaks on the floor. */
  speaks: string | undefined
  /** How far it is behind the floor, as measured here; undefined while it is not. */
  behindMs: number | undefined
  /** How long that sound is under way to here; undefined while that is not known. */
  wayMs: number | undefined
  isChosen: boolean
}

/** The floor first, then each language that an agreed seat interprets into, but the one that one speaks into. */
export function relaysOf(
  { people, interpreters, sides, you }: CallFacts,
  {
    call,
    into,
    speaker,
    behind,
  }: {
    call: Call
    into: string | undefined
    speaker: Person | undefined
    behind: ReadonlyMap<SeatId, number>
  },
): readonly Relay[] {
  const own = interpreters.find(({ seat }) => seat === you.seat)?.side
  const channels = sides.flatMap((of) => {
    const languages = interpreters.filter(({ side }) => side === of.side).flatMap(languagesOf)
    return [...new Set(languages)].map((language) => ({ of, side: of.side, language }))
  })
  const others = channels.filter(({ side, language }) => side !== own || language !== into)
  const isShared = (language: string) =>
    channels.filter((one) => one.language === language).length > 1
  return [
    {
      key: 'floor',
      channel: undefined,
      of: undefined,
      ...voiceOf(speaker, call),
      speaks: speaker?.languages[0],
      behindMs: undefined,
      isChosen: !call.listens,
    },
    ...others.map(({ of, side, language }) => {
      const onAir = onAirOf(people, { side, language })
      return {
        key: `${side} ${language}`,
        channel: { side, language },
        of: isShared(language) ? of : undefined,
        ...voiceOf(onAir, call),
        speaks: undefined,
        behindMs: onAir && behind.get(onAir.seat),
        isChosen: call.listens?.side === side && call.listens.language === language,
      }
    }),
  ]
}

/** Which comes after the one that is listened to: of the interpretations, and the first of them after the floor. */
export function nextRelay(relays: readonly Relay[]): Relay | undefined {
  const booths = relays.filter(({ channel }) => channel !== undefined)
  const place = booths.findIndex(({ isChosen }) => isChosen)
  return booths[(place + 1) % booths.length]
}

function languagesOf({ languages }: CallFacts['interpreters'][number]): readonly string[] {
  return languages
}

/** Whoever opened last. */
function onAirOf(people: readonly Person[], { side, language }: Channel): Person | undefined {
  return people
    .filter((one) => one.side === side && one.into === language && one.standing === 'agreed')
    .toSorted((a, b) => (b.opened?.order ?? 0) - (a.opened?.order ?? 0))[0]
}

function voiceOf(
  person: Person | undefined,
  { members, soundWay }: Call,
): Pick<Relay, 'seat' | 'name' | 'wayMs'> {
  const member = person && members.get(person.leaf)
  const wayMs = member && soundWayMs(member, soundWay)
  return {
    seat: person?.seat,
    name: person?.name,
    wayMs: wayMs === undefined ? undefined : Math.round(wayMs / 10) * 10,
  }
}
