import type { Aim, CallEvent } from '@parley/call'
import { PLENARY } from '@parley/protocol'
import type { Role } from '@parley/seal'
import {
  ally,
  heartbeat,
  inCall,
  microphone,
  other,
  run,
  seated,
  seatOf,
  sideOf,
  you,
} from '@parley/testkit/twoInCall'
import { expect, test } from 'vitest'
import { FACTS, SIDES } from '../callSamples/people.ts'
import { callFactsOf } from './callFactsOf.ts'

const voice = { id: 'voice' } as MediaStreamTrack
const announced = heartbeat(0, {
  tracks: [{ number: microphone, kind: 'microphone', name: 'microphone' }],
})

test('an interpreter on air is heard by those who listen to its language, and not on the floor (R40)', () => {
  const found = otherAs('interpreter', opened({ into: 'fr' }))

  expect(found).toMatchObject({ microphone: 'open', into: 'fr', audio: [], interpretation: voice })
})

test('an interpreter is heard on the floor when it opens for all', () => {
  const found = otherAs('interpreter', opened({}))

  expect(found).toMatchObject({ microphone: 'open', into: undefined, audio: [voice] })
})

test('until the word of its microphone is there, nothing of an interpreter is on the floor (R40)', () => {
  expect(otherAs('interpreter')).toMatchObject({ audio: [], interpretation: voice })
})

test.each([
  ['an adviser', 'adviser', { into: 'fr' }],
  ['an interpreter without that language', 'interpreter', { into: 'ru' }],
  ['somebody who speaks to one leaf', 'principal', { to: ally }],
] as const)('%s plays nowhere, and counts as closed (R40)', (_, role, aim) => {
  const found = otherAs(role, opened(aim))

  expect(found).toMatchObject({ microphone: 'closed', into: undefined, audio: [] })
  expect(found?.interpretation).toBeUndefined()
})

test('of two who open at the same moment, it is known who was heard last', () => {
  const [call] = run(inCall, seated(0, you, other, ally), opened({}, ally), opened({}, other))

  const orders = [ally, other].map((leaf) => {
    const { microphone: heard } = call.members.get(leaf) ?? {}
    return heard && 'order' in heard ? heard.order : undefined
  })
  expect(orders).toEqual([1, 2])
})

test('an interpreter’s microphone opens into the first of its languages', () => {
  expect([aimAs('interpreter'), aimAs('adviser')]).toEqual([{ into: 'fr' }, undefined])
})

function opened(aim: Aim, from = other): CallEvent {
  return { type: 'opened-heard', from, track: microphone, first: 0, aim, n: 1, atMs: 0 }
}

/** The other one in that role, with French as the language of the seat. */
function otherAs(role: Role, ...events: readonly CallEvent[]) {
  return factsAs(role, events).people.find(({ seat }) => seat === seatOf(other))
}

function aimAs(role: Role): Aim | undefined {
  return factsAs(role, []).you.aim
}

function factsAs(role: Role, events: readonly CallEvent[]) {
  const [call] = run(inCall, announced, ...events)
  const seats = new Map(
    [you, other].map((leaf) => {
      const person = { name: 'Odile Rochat', office: '', role, languages: ['fr', 'en'] }
      return [seatOf(leaf), { ...person, side: sideOf(leaf), rooms: [PLENARY] }] as const
    }),
  )
  const track = { leaf: other, number: microphone, kind: 'microphone', media: voice } as const
  return callFactsOf({
    call,
    documents: {
      plan: undefined,
      lists: { seats, passVersions: new Map(), withdrawn: [] },
      delegations: new Map(),
      heads: {},
      deskWords: new Map(),
    },
    sides: SIDES,
    tracks: { attached: [{ ...track, isCovered: false }], own: new Map() },
    devices: FACTS.devices,
    incidents: [],
    callCode: undefined,
    canShareScreen: true,
    nowMs: 0,
  })
}
