import type { Call } from '@parley/call'
import { PLENARY } from '@parley/protocol'
import {
  ally,
  heartbeat,
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
import { callNotices } from '../callNotices.ts'
import { FACTS, SIDES } from '../callSamples/people.ts'
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

const NAMES = [
  [you, 'Reto Camenzind'],
  [other, 'Zawadi Kiptalam'],
  [ally, 'Mathilde Aeberhard'],
] as const

/** What is said above the pictures, with names from an agreed list. */
function noticesAt(call: Call, nowMs: number) {
  const listed = NAMES.map(([leaf, name]) => {
    const seat = { name, office: '', side: sideOf(leaf), role: 'adviser' as const, languages: [] }
    return [seatOf(leaf), { ...seat, rooms: [PLENARY] }] as const
  })
  const lists = { seats: new Map(listed), passVersions: new Map(), withdrawn: [] }
  const facts = callFactsOf({
    call,
    documents: { plan: undefined, lists },
    sides: SIDES,
    tracks: NO_TRACKS,
    devices: FACTS.devices,
    incidents: [],
    callCode: undefined,
    canShareScreen: true,
    nowMs,
  })
  return callNotices(facts, new Set())
}
