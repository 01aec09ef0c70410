import { LeafIndex, type TrackNumber } from '@parley/protocol'
import {
  ally,
  inCall,
  microphone,
  other,
  runInBooth,
  seated,
  seatOf,
  sideOf,
  tickAt,
  track,
  you,
} from '@parley/testkit/twoInCall'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { CallEvent } from './callEvent.ts'

const third = v.parse(LeafIndex, 4)
const everybody = seated(0, you, other, ally)
const french = { into: 'fr' }
const opened = (from: LeafIndex, aim = french, n = 1): CallEvent => {
  const of: TrackNumber = microphone
  return { type: 'opened-heard', from, track: of, first: 0, aim, n, atMs: 0 }
}
/** The microphone of an ally was closed when one came in. */
const knowsAlly: CallEvent = { type: 'closed-heard', from: ally, after: undefined, n: 0 }

const onAir: readonly CallEvent[] = [
  everybody,
  knowsAlly,
  { type: 'microphone-pressed', aim: french },
  { type: 'gate-opened', track, from: 3 },
  { type: 'own-microphone-heard', n: 1 },
]
const [speaking] = runInBooth(inCall, ...onAir)

test('whoever is on air closes a second after a partner opened into the same language later (R46)', () => {
  const [call, before] = runInBooth(speaking, opened(ally), tickAt(999))
  const [after, effects] = runInBooth(call, tickAt(1000))

  expect([call.microphone.phase, before.map((effect) => effect.do)]).toEqual([
    'open',
    expect.not.arrayContaining(['close-gate']),
  ])
  expect(after.microphone).toMatchObject({ phase: 'closing', by: 'handed-over' })
  expect(effects).toContainEqual({ do: 'close-gate' })
})

const closedAgain: CallEvent = { type: 'closed-heard', from: ally, after: 0, n: 2 }

test('an opening that comes off a lost line with its closing takes nobody off air (R46)', () => {
  const [call] = runInBooth(speaking, opened(ally), closedAgain, tickAt(5000))

  expect(call.microphone.phase).toBe('open')
  expect(call.handOver.successors.size).toBe(0)
})

test('whoever closed and opened again meanwhile opened last, and stays (R46)', () => {
  const [call] = runInBooth(
    speaking,
    opened(ally),
    { type: 'microphone-pressed', aim: french },
    { type: 'gate-closed', track, after: 9 },
    { type: 'microphone-pressed', aim: french },
    { type: 'gate-opened', track, from: 10 },
    tickAt(5000),
  )

  expect(call.microphone.phase).toBe('open')
})

test('of two who opened later, one that stays is enough (R46)', () => {
  const both: CallEvent = {
    type: 'members-changed',
    atMs: 0,
    members: [you, other, ally, third].map((leaf) => ({
      leaf,
      seat: seatOf(leaf),
      side: sideOf(leaf === other ? other : you),
      identity: `identity ${leaf}`,
      heldFor: undefined,
    })),
  }
  const heardThird: CallEvent = { type: 'closed-heard', from: third, after: undefined, n: 0 }
  const onAirOfThree = [both, heardThird, ...onAir.slice(1)]
  const [call] = runInBooth(
    inCall,
    ...onAirOfThree,
    opened(third),
    opened(ally),
    closedAgain,
    tickAt(1000),
  )

  expect(call.microphone).toMatchObject({ phase: 'closing', by: 'handed-over' })
})

test.each([
  ['another language', opened(ally, { into: 'sw' })],
  ['everybody', opened(ally, {} as typeof french)],
  ['a listener of another side', opened(other)],
])('a microphone that is opened for %s takes nobody off air (R46)', (_, event) => {
  const [call] = runInBooth(speaking, event, tickAt(5000))

  expect(call.microphone.phase).toBe('open')
})

test('whose own word is not in the log yet opened later, and stays (R46)', () => {
  const [call] = runInBooth(inCall, ...onAir.slice(0, -1), opened(ally), tickAt(5000))

  expect(call.microphone.phase).toBe('open')
})

test('what a heartbeat tells of somebody never heard before was opened before, and takes nobody off air (R46)', () => {
  const repeated = { ...opened(ally), isRepeated: true } as CallEvent
  const [call] = runInBooth(inCall, everybody, ...onAir.slice(2), repeated, tickAt(5000))

  expect(call.microphone.phase).toBe('open')
})

test('a partner who opens while one coughs has the air: letting go opens nothing (R46, R47)', () => {
  const [call, effects] = runInBooth(
    speaking,
    { type: 'cough-pressed', atMs: 0 },
    opened(ally),
    { type: 'gate-closed', track, after: 9 },
    { type: 'cough-released' },
  )

  expect(call.microphone).toMatchObject({ phase: 'closed', by: 'handed-over' })
  expect(effects.map((effect) => effect.do)).not.toContain('open-gate')
})

test('an offer is said, closes nothing, and a second press takes it back (R46)', () => {
  const offer: CallEvent = { type: 'hand-over-pressed', to: ally, atMs: 0 }
  const [offered, said] = runInBooth(speaking, offer)
  const [back, taken] = runInBooth(offered, offer)

  expect(offered.microphone.phase).toBe('open')
  expect(offered.handOver.offers.get(you)).toEqual({ into: 'fr', to: ally, atMs: 0 })
  expect(said).toEqual([{ do: 'say', word: { word: 'hand-over', into: 'fr', to: ally } }])
  expect(back.handOver.offers.size).toBe(0)
  expect(taken).toEqual([{ do: 'say', word: { word: 'hand-over', into: 'fr' } }])
})

test('whoever is not on air offers nothing', () => {
  const [call, effects] = runInBooth(inCall, everybody, {
    type: 'hand-over-pressed',
    to: ally,
    atMs: 0,
  })

  expect([call.handOver.offers.size, effects]).toEqual([0, []])
})

const offered: CallEvent = { type: 'hand-over-heard', from: ally, into: 'fr', to: you, atMs: 1000 }
const [withOffer] = runInBooth(inCall, everybody, knowsAlly, opened(ally), offered)

test('the offer of a partner who is on air stands until its author takes it back (R46)', () => {
  const [kept] = runInBooth(withOffer, tickAt(60_000))
  const [back] = runInBooth(kept, { type: 'hand-over-heard', from: ally, into: 'fr', atMs: 2000 })

  expect(kept.handOver.offers.get(ally)).toEqual({ into: 'fr', to: you, atMs: 1000 })
  expect(back.handOver.offers.size).toBe(0)
})

test.each<[string, CallEvent]>([
  ['a minute', tickAt(61_000)],
  ['its author’s closing', { type: 'closed-heard', from: ally, after: 3, n: 2 }],
  ['its author’s going', seated(2000, you, other)],
])('an offer does not outlast %s (R46)', (_, event) => {
  const [call] = runInBooth(withOffer, event, tickAt(61_000))

  expect(call.handOver.offers.size).toBe(0)
})

test.each([
  ['another side', other],
  ['nobody here', third],
])('an offer of %s is none (R46)', (_, from) => {
  const [call] = runInBooth(inCall, everybody, opened(from), { ...offered, from })

  expect(call.handOver.offers.size).toBe(0)
})
