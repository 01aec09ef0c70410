import type { Call, CallEvent } from '@parley/call'
import { PLENARY, type SeatId } from '@parley/protocol'
import {
  ally,
  camera,
  heartbeat,
  inCall,
  microphone,
  other,
  run,
  seated,
  seatOf,
  sideOf,
  speaking,
  tickAt,
  you,
} from '@parley/testkit/twoInCall'
import { expect, test } from 'vitest'
import { noticesOf } from '../callNotices.ts'
import { FACTS, SIDES } from '../callSamples/people.ts'
import { CALL_SCREEN_START } from '../callScreenState.ts'
import { callTiles } from '../callTiles.ts'
import { callView } from '../callView.ts'
import { callFactsOf } from './callFactsOf.ts'
import { NO_TRACKS } from './mediaTracks.ts'

test('that one of two does not hear you is said by name 6 s after that person stopped, while heartbeats go on', () => {
  const hears = { hears: new Set([you]) }
  const [call] = run(
    speaking,
    seated(0, you, other, ally),
    tickAt(0),
    heartbeat(3000, hears),
    heartbeat(3000, hears, ally),
    heartbeat(8000, hears, ally),
    heartbeat(7000),
    heartbeat(12_000),
    heartbeat(13_000, hears, ally),
  )

  expect(noticesAt(call, 13_000)).toEqual([])
  expect(noticesAt(call, 13_001)).toMatchObject([
    { type: 'not-heard-by', not: ['Zawadi Kiptalam'], of: 2, forSeconds: 6 },
  ])
})

test('people are in the order of their delegations as signed, whatever order they came in', () => {
  const [call] = run(speaking, seated(0, ally, other, you))

  expect(factsAt(call, 0).people.map(({ name }) => name)).toEqual(NAMES.map(([, name]) => name))
})

test('whose frames stop is frozen on the tile, and whose heartbeats stop is coming back', () => {
  const tracks = [{ number: camera, kind: 'camera', name: 'camera' }] as const
  const [frozen] = run(
    speaking,
    tickAt(0),
    counted(5000, 20),
    heartbeat(6000, { tracks }),
    counted(7000, 1700),
  )

  expect(marksAt(frozen, 7100)).toEqual([['Zawadi Kiptalam', 'stopped']])
  expect(marksAt(frozen, 14_000)).toEqual([['Zawadi Kiptalam', 'coming-back']])
})

test('a microphone cannot be pressed before its device has come up, and can from then on', () => {
  const tracks = [{ number: microphone, kind: 'microphone', name: 'microphone' }] as const
  const [comingUp] = run(inCall, { type: 'own-tracks-changed', tracks: [] })
  const [there] = run(comingUp, { type: 'own-tracks-changed', tracks })

  expect(factsAt(comingUp, 0).you.microphone).toEqual({ phase: 'without-leaf', by: 'start' })
  expect(factsAt(there, 0).you.microphone).toEqual({ phase: 'closed', by: 'start' })
})

test('a refusal, a removal and frames that are not played each come to their sentence, with names', () => {
  const by = seatOf(other)
  const tracks = [{ number: camera, kind: 'camera', name: 'camera' }] as const
  const [refused] = run(speaking, {
    type: 'commit-skipped',
    code: 'no-proof',
    by: undefined,
    atMs: 5,
  })
  const [byMember] = run(speaking, { type: 'commit-skipped', code: 'bad-path', by, atMs: 5 })
  const removal = { type: 'others-removed', seats: [seatOf(ally)], because: 'silent', by } as const
  const [removed] = run(speaking, { ...removal, atMs: 5 })
  const [notPlayed] = run(speaking, heartbeat(0, { tracks }), drops(1000, 20), drops(2000, 40))

  expect(noticesAt(refused, 10)).toMatchObject([{ type: 'refused', code: 'no-proof' }])
  expect(noticesAt(byMember, 10)).toMatchObject([
    { type: 'refused', code: 'bad-path', by: 'Zawadi Kiptalam' },
  ])
  expect(noticesAt(removed, 10)).toMatchObject([
    { type: 'removed', name: 'Mathilde Aeberhard', because: 'silent', by: 'Zawadi Kiptalam' },
  ])
  expect(noticesAt(notPlayed, 2100)).toMatchObject([
    { type: 'not-played', name: 'Zawadi Kiptalam', kind: 'camera', code: 'not-authentic' },
  ])
})

test('that somebody left is said for 15 s, and that somebody is gone only until they are back', () => {
  const gone = {
    type: 'others-removed',
    seats: [seatOf(ally)],
    by: seatOf(other),
    atMs: 0,
  } as const
  const [left] = run(speaking, { ...gone, because: 'left' })
  const [silent] = run(speaking, { ...gone, because: 'silent' })
  const [back] = run(silent, seated(9000, you, other, ally))

  expect([15_000, 15_001].map((nowMs) => noticesAt(left, nowMs).length)).toEqual([1, 0])
  expect(noticesAt(silent, 60_000)).toMatchObject([{ type: 'removed', because: 'silent' }])
  expect(noticesAt(back, 60_000)).toEqual([])
})

test('how late sound arrives is said of whoever speaks, in tenths, and not of a closed microphone', () => {
  const measured = { type: 'way-measured', lineMs: 700, buffersMs: new Map([[other, 31]]) } as const
  const n = { track: microphone, first: 0, aim: {}, n: 1, atMs: 0 }
  const [late] = run(
    speaking,
    { type: 'opened-heard', from: other, ...n },
    heartbeat(0, { lineMs: 640 }),
    measured,
    tickAt(1),
  )
  const [closed] = run(late, { type: 'closed-heard', from: other, after: 9, n: 2 })

  expect(lateMsAt(late, seatOf(other))).toBe(1400)
  expect(lateMsAt(late, undefined)).toBeUndefined()
  expect(lateMsAt(closed, seatOf(other))).toBeUndefined()
})

/** What is said of the sound of whoever speaks. */
function lateMsAt(call: Call, speaker: SeatId | undefined) {
  const own = { screen: CALL_SCREEN_START, speaking: new Set<never>(), said: [] }
  return callView(factsAt(call, 1), { ...own, speaker }).lateMs
}

function drops(atMs: number, total: number): CallEvent {
  const account = { leaf: other, track: camera, opened: 0, quietMs: undefined, missing: 0 }
  return {
    type: 'frames-accounted',
    received: [{ ...account, drops: { 'not-authentic': total } }],
    atMs,
  }
}

function counted(atMs: number, quietMs: number): CallEvent {
  const account = { leaf: other, track: camera, opened: 90, quietMs, missing: 0, drops: {} }
  return { type: 'frames-accounted', received: [account], atMs }
}

const NAMES = [
  [you, 'Reto Camenzind'],
  [other, 'Zawadi Kiptalam'],
  [ally, 'Mathilde Aeberhard'],
] as const

/** What is said above the pictures. */
function noticesAt(call: Call, nowMs: number) {
  return noticesOf(factsAt(call, nowMs), new Set())
}

/** What is said over the picture of each other. */
function marksAt(call: Call, nowMs: number) {
  const people = factsAt(call, nowMs).people.filter(({ isYou }) => !isYou)
  const sides = SIDES.map((side) => ({ ...side, side: sideOf(side.isOwn ? you : other) }))
  const own = { speaker: undefined, speaking: new Set<never>(), isOpen: true }
  return callTiles({ people, sides, ...own }).tiles.map(({ person, mark }) => [person.name, mark])
}

/** What the screen is told, with names from an agreed list. */
function factsAt(call: Call, nowMs: number) {
  const listed = NAMES.map(([leaf, name]) => {
    const seat = { name, office: '', side: sideOf(leaf), role: 'adviser' as const, languages: [] }
    return [seatOf(leaf), { ...seat, rooms: [PLENARY] }] as const
  })
  const lists = { seats: new Map(listed), passVersions: new Map(), withdrawn: [] }
  return callFactsOf({
    call,
    documents: { plan: undefined, lists, delegations: new Map(), heads: {}, deskWords: new Map() },
    sides: SIDES,
    tracks: NO_TRACKS,
    devices: FACTS.devices,
    incidents: [],
    callCode: undefined,
    canShareScreen: true,
    nowMs,
  })
}
