import { greenRoom, type Call } from '@parley/call'
import { LeafIndex, PLENARY } from '@parley/protocol'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { CallFacts, Person } from '../callFacts.ts'
import { FACTS, PEOPLE, seat, SIDES } from '../callSamples/people.ts'
import { boothView, type BoothOwn } from './boothView.ts'
import { nextRelay } from './relays.ts'

const [own, far] = SIDES.map(({ side }) => side) as [Person['side'], Person['side']]
const you = PEOPLE[0] as Person
const partner = PEOPLE[5] as Person
const leaf = v.parse(LeafIndex, 0)
const ON_AIR = { phase: 'open', aim: { into: 'fr' } } as const
const OWN: BoothOwn = {
  into: undefined,
  draft: '',
  loudness: 0.7,
  onAirSinceMs: 5000,
  behind: new Map(),
}

/** One interprets beside Odile Rochat into French and Kiswahili, while the far principal speaks. */
function viewOf({
  people = {},
  call = {},
  ...facts
}: Partial<Omit<CallFacts, 'people'>> & {
  people?: Readonly<Record<number, Partial<Person>>>
  call?: Partial<Call>
} = {}) {
  const languages = ['fr', 'sw']
  const all = PEOPLE.map((one, place): Person => {
    const interprets = place === 0 ? { role: 'interpreter' as const, languages } : {}
    const shares = place === 5 ? { languages } : {}
    return { ...one, ...interprets, ...shares, ...people[place] }
  })
  const interpreters = all.filter(({ role }) => role === 'interpreter')
  const now = { ...FACTS, you: { ...FACTS.you, microphone: ON_AIR }, ...facts }
  const room = greenRoom({ seat: seat(0), side: own, room: PLENARY })
  const joined = { phase: 'in-call', leaf, epoch: 1, anewAtMs: undefined } as const
  return boothView(
    { ...now, people: all, interpreters },
    { call: { ...room, joining: joined, ...call }, own: OWN, speaker: seat(1) },
  )
}

const off = { you: { ...FACTS.you, microphone: { phase: 'closed', by: 'start' } as const } }

test('those count as hearing one who say that they listen to this booth, and that they hear (R45)', () => {
  const here = { side: own, language: 'fr' }
  const { air } = viewOf({
    people: {
      1: { listens: here },
      2: { listens: here, hearsYou: 'not-heard-yet' },
      3: { listens: { side: far, language: 'fr' } },
      4: { listens: { side: own, language: 'sw' } },
      7: { listens: here, standing: 'withdrawn' },
    },
  })

  expect(air).toEqual({ is: 'on-air', hearers: 1 })
})

test('an open microphone of which nothing is sent is not on air', () => {
  expect(viewOf({ heldBack: { because: 'alone' } }).air).toEqual({ is: 'held-back' })
})

test('a partner is an interpreter of one’s own side with a language in common', () => {
  const { partner: found, others } = viewOf({
    people: { 7: { role: 'interpreter', languages: ['de'] } },
  })

  expect([found?.name, others]).toEqual([partner.name, []])
})

test('on air one offers; the same key takes an offer back', () => {
  const offers = new Map([[leaf, { into: 'fr', to: partner.leaf, atMs: 0 }]])

  expect(viewOf().handOver?.is).toBe('offer')
  expect(
    viewOf({ call: { handOver: { offers, successors: new Map(), inLog: 0 } } }).handOver?.is,
  ).toBe('offered')
})

test('nothing is handed over to a seat that is empty', () => {
  const { partner: gone, handOver } = viewOf({ people: { 5: { standing: 'withdrawn' } } })

  expect([gone?.is, handOver]).toEqual(['not-in', undefined])
})

test('off air one takes over from a partner on air, offered or not', () => {
  const people = {
    5: { microphone: 'open', into: 'fr', opened: { atMs: 400, order: 2 } } as const,
  }
  const offers = new Map([[partner.leaf, { into: 'fr', to: leaf, atMs: 0 }]])
  const unasked = viewOf({ ...off, people })
  const asked = viewOf({
    ...off,
    people,
    call: { handOver: { offers, successors: new Map(), inLog: 0 } },
  })

  expect(unasked.handOver).toMatchObject({ is: 'take', isOffered: false })
  expect(asked.handOver).toMatchObject({ is: 'take', isOffered: true })
  expect(asked.turn).toEqual({ who: 'partner', sinceMs: 400 })
})

test('the turn goes on through a cough, and is nobody’s off air', () => {
  const coughing = { ...FACTS.you, microphone: { phase: 'coughing' } as const }

  expect(viewOf({ you: coughing }).turn).toEqual({ who: 'you', sinceMs: 5000 })
  expect(viewOf(off).turn).toBeUndefined()
})

test('one listens to the floor or to any language but the one that one speaks into', () => {
  const { relays } = viewOf({ call: { listens: { side: far, language: 'sw' } } })

  expect(relays.map(({ key, isChosen }) => [key, isChosen])).toEqual([
    ['floor', false],
    [`${own} sw`, false],
    [`${far} sw`, true],
  ])
  expect(nextRelay(relays)?.key).toBe(`${own} sw`)
  expect(relays[2]?.of?.name).toBe('Kenya')
})

test('what was asked stands with its newest first, by the name of whoever was asked', () => {
  const request = { what: 'slower', of: seat(1), atMs: 0 } as const
  const { requests } = viewOf({
    call: {
      requests: [
        { ...request, id: 'a', is: 'not-said' },
        { ...request, id: 'b', is: 'seen' },
      ],
    },
  })

  expect(requests.map(({ id, name }) => [id, name])).toEqual([
    ['b', 'Zawadi Kiptalam'],
    ['a', 'Zawadi Kiptalam'],
  ])
})

test('messages of the booth are those between two seats, and none to everybody (R49)', () => {
  const message = { text: 'Encore ?', atMs: 0, state: 'received' } as const
  const { asides } = viewOf({
    call: {
      messages: [
        { ...message, id: 'a', from: seat(1) },
        { ...message, id: 'b', from: partner.seat, to: you.seat },
      ],
    },
  })

  expect(asides.map(({ name, isYou }) => [name, isYou])).toEqual([[partner.name, false]])
})

test('what the way through the console adds is told once all of it is known', () => {
  const buffersMs = new Map([[PEOPLE[1]?.leaf ?? leaf, 40]])
  const soundWay = { lineMs: 30, buffersMs, late: new Set<LeafIndex>() }

  expect(viewOf({ call: { soundWay } }).addsMs).toBe(130)
  expect(viewOf({ call: { soundWay: { ...soundWay, lineMs: undefined } } }).addsMs).toBeUndefined()
})
