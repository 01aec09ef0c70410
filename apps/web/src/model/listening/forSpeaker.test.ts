import { expect, test } from 'vitest'
import type { CallFacts, Person } from '../callFacts.ts'
import { FACTS, PEOPLE, seat, SIDES } from '../callSamples/people.ts'
import { boothsOf } from './booths.ts'
import {
  forSpeaker,
  NOTHING_MISSING,
  stepMissing,
  type ForSpeaker,
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

  expect(still(8500, 9500)).toMatchObject({ is: 'still-running', language: 'fr', of: undefined })
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
  const said: (ForSpeaker['is'] | undefined)[] = []
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

  expect(said).toEqual([undefined, undefined, 'nobody-interprets', 'nobody-interprets'])
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

  expect(told?.of?.name).toBe('Switzerland')
})

function step(
  before: Missing,
  facts: CallFacts,
  { nowMs, heardMs }: { nowMs: number; heardMs: number },
): [Missing, ForSpeaker['is'] | undefined] {
  const now = { facts, booths: boothsOf(facts), heard: silentSince(heardMs), nowMs }
  const missing = stepMissing(before, now)
  return [missing, forSpeaker(missing, now)?.is]
}

function tellAt(nowMs: number, facts: CallFacts, heard: ReadonlyMap<Person['seat'], number>) {
  return forSpeaker(NOTHING_MISSING, { facts, booths: boothsOf(facts), heard, nowMs })
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
