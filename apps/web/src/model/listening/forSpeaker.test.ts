import { expect, test } from 'vitest'
import type { CallFacts, Person } from '../callFacts.ts'
import { FACTS, PEOPLE, seat, SIDES } from '../callSamples/people.ts'
import { boothsOf } from './booths.ts'
import {
  forSpeaker,
  NOTHING_MISSING,
  isSameSaying,
  stepMissing,
  type Missing,
} from './forSpeaker.ts'

const [you, listener, other, odile] = [0, 1, 2, 5].map((n) => seat(n)) as [
  Person['seat'],
  Person['seat'],
  Person['seat'],
  Person['seat'],
]
const french = { side: SIDES[0]!.side, language: 'fr' }
const silentSince = (atMs: number) => new Map([[you, atMs]])

test('who has fallen silent is told while the interpretation that somebody listens to goes on (R44)', () => {
  const facts = factsOf({ isOnAir: true, listens: french })
  const still = (yoursMs: number, interpretedMs: number) =>
    tellAt(
      10_000,
      facts,
      new Map([
        [you, yoursMs],
        [odile, interpretedMs],
      ]),
    )

  expect(still(8500, 9500)).toEqual({ missing: [], running: [{ language: 'fr', of: [] }] })
  expect([still(9000, 9500), still(8500, 8000)]).toEqual([undefined, undefined])
})

test('it is not said where nobody listens, nor once somebody else speaks (R44)', () => {
  const heard = new Map([
    [you, 8500],
    [odile, 9900],
  ])

  const unheard = tellAt(10_000, factsOf({ isOnAir: true, listens: undefined }), heard)
  const answered = tellAt(
    10_000,
    factsOf({ isOnAir: true, listens: french }),
    new Map([...heard, [other, 9000]]),
  )

  expect([unheard, answered]).toEqual([undefined, undefined])
})

test('that nobody interprets is said after 4 s of speaking, and until somebody does (R44)', () => {
  const alone = factsOf({ isOnAir: false, listens: french })
  let missing = NOTHING_MISSING
  const said: (string | undefined)[] = []
  for (const [nowMs, heardMs] of [
    [0, 0],
    [3999, 3999],
    [4000, 3999],
    [20_000, 3999],
  ] as const)
    [missing, said[said.length]] = step(missing, alone, { nowMs, heardMs })

  const [after, covered] = step(missing, factsOf({ isOnAir: true, listens: french }), {
    nowMs: 20_100,
    heardMs: 3999,
  })

  expect(said).toEqual([undefined, undefined, 'fr', 'fr'])
  expect([after.size, covered]).toEqual([0, undefined])
})

test.each([
  ['with a closed microphone', factsOf({ isOnAir: false, listens: french, phase: 'closed' })],
  ['while nobody listens', factsOf({ isOnAir: false, listens: undefined })],
  ['in the language itself', factsOf({ isOnAir: false, listens: french, languages: ['fr'] })],
])('nothing is missing to whoever speaks %s (R44)', (_, facts) => {
  const [missing] = step(NOTHING_MISSING, facts, { nowMs: 0, heardMs: 0 })

  expect(missing.size).toBe(0)
})

test('where two sides have the language, it is said of which', () => {
  const facts = factsOf({ isOnAir: true, listens: french })
  const interpreters = facts.interpreters.map((one) =>
    one.side === french.side ? one : { ...one, languages: ['fr'] },
  )

  const told = tellAt(
    10_000,
    { ...facts, interpreters },
    new Map([
      [you, 8500],
      [odile, 9900],
    ]),
  )

  expect(told?.running.map(({ of }) => of.map(({ name }) => name))).toEqual([['Switzerland']])
})

test('several languages are told at once: those that still run, and those that nobody has (R44)', () => {
  const { interpreters, ...facts } = factsOf({ isOnAir: true, listens: french })
  const [mine, theirs] = SIDES.map(({ side }) => side) as [Person['side'], Person['side']]
  const listensTo = [french, { side: mine, language: 'de' }, { side: theirs, language: 'sw' }]
  const people = facts.people.map((one, place): Person => {
    if (one.seat === seat(6)) return { ...one, microphone: 'open', into: 'sw', opened: undefined }
    const listens = listensTo[place - 1]
    return listens ? { ...one, listens } : one
  })
  const [swiss, kenyan] = interpreters as [(typeof interpreters)[0], (typeof interpreters)[0]]
  const three = [
    { ...swiss, languages: ['fr', 'de'] },
    { ...kenyan, languages: ['sw'] },
  ]
  const heard = new Map([[you, 8500], ...[odile, seat(6)].map((one) => [one, 9900] as const)])
  const missing = new Map([[`${mine} de`, 5000]])

  const told = tellAt(10_000, { ...facts, people, interpreters: three }, heard, missing)

  expect(told?.running.map(({ language }) => language)).toEqual(['fr', 'sw'])
  expect(told?.missing.map(({ language }) => language)).toEqual(['de'])
})

test('a language that all its booths run in is named once and without a side (R44)', () => {
  const facts = factsOf({ isOnAir: true, listens: french })
  const theirs = { side: SIDES[1]!.side, language: 'fr' }
  const interpreters = facts.interpreters.map((one) => ({ ...one, languages: ['fr'] }))
  const people = facts.people.map((one): Person => {
    if (one.seat === other) return { ...one, listens: theirs }
    return one.seat === seat(6)
      ? { ...one, microphone: 'open', into: 'fr', opened: undefined }
      : one
  })
  const heard = new Map([[you, 8500], ...[odile, seat(6)].map((one) => [one, 9900] as const)])

  const told = tellAt(10_000, { ...facts, people, interpreters }, heard)

  expect(told?.running).toEqual([{ language: 'fr', of: [] }])
})

test('the same saying in another list is no other one, and another side is', () => {
  expect(isSameSaying(frenchOf(SIDES[0]!), frenchOf({ ...SIDES[0]! }))).toBe(true)
  expect(isSameSaying(frenchOf(SIDES[0]!), frenchOf(SIDES[1]!))).toBe(false)
  expect(isSameSaying(undefined, frenchOf())).toBe(false)
})

function step(
  before: Missing,
  facts: CallFacts,
  { nowMs, heardMs }: { nowMs: number; heardMs: number },
): [Missing, string | undefined] {
  const now = { facts, booths: boothsOf(facts), heard: silentSince(heardMs), nowMs }
  const missing = stepMissing(before, now)
  return [
    missing,
    forSpeaker(missing, now)
      ?.missing.map(({ language }) => language)
      .join(),
  ]
}

function tellAt(
  nowMs: number,
  facts: CallFacts,
  heard: ReadonlyMap<Person['seat'], number>,
  missing: Missing = NOTHING_MISSING,
) {
  return forSpeaker(missing, { facts, booths: boothsOf(facts), heard, nowMs })
}

/** One's own microphone is open, and one other may listen to French. */
function factsOf({
  isOnAir,
  listens,
  phase = 'open',
  languages = ['en'],
}: {
  isOnAir: boolean
  listens: Person['listens']
  phase?: 'open' | 'closed'
  languages?: readonly string[]
}): CallFacts {
  const people = PEOPLE.map((one): Person => {
    if (one.isYou) return { ...one, microphone: phase, languages }
    if (one.seat === listener) return { ...one, listens }
    const opened = { atMs: 0, order: 1 }
    return one.seat === odile && isOnAir ? { ...one, microphone: 'open', into: 'fr', opened } : one
  })
  const microphone = phase === 'open' ? { phase } : { phase, by: 'holder' as const }
  return { ...FACTS, people, you: { ...FACTS.you, microphone } }
}

function frenchOf(...sides: typeof SIDES) {
  return { missing: [], running: [{ language: 'fr', of: sides }] }
}
