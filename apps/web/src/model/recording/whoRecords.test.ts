import { greenRoom, type Call, type Heard, type Member } from '@parley/call'
import { PLENARY, type LeafIndex, type SeatId, type TrackNumber } from '@parley/protocol'
import { expect, test } from 'vitest'
import { FACTS, PEOPLE, SIDES } from '../callSamples/people.ts'
import type { Person } from '../callFacts.ts'
import { tracksToRecord } from './tracksToRecord.ts'
import { NOBODY_RECORDS, stepRecorders, whoRecords } from './whoRecords.ts'

const [reto, zawadi] = PEOPLE as [Person, Person]
const livia = PEOPLE[7] as Person
const NOW = 1_000_000
const CAMERA = { number: 3 as TrackNumber, kind: 'camera', name: 'a' } as const
const MICROPHONE = { number: 4 as TrackNumber, kind: 'microphone', name: 'b' } as const

/** Those whom the papers let record: Livia, for Switzerland. */
const agreed = new Map([[livia.seat, { name: livia.name, side: 'Switzerland', isYou: false }]])

function member(
  { leaf, seat: sits, side }: Person,
  said: Partial<Heard> = {},
  more: Partial<Member> = {},
): Member {
  const heard: Heard = {
    atMs: NOW,
    nextMs: 5000,
    lists: 'same',
    tracks: [CAMERA, MICROPHONE],
    hears: new Set(),
    sees: new Set(),
    ...said,
  }
  return {
    leaf,
    seat: sits,
    side,
    identity: `${leaf}`,
    heldFor: undefined,
    sinceMs: 0,
    renewedAtMs: 0,
    heard,
    heardYouAtMs: undefined,
    missesYouSinceMs: undefined,
    microphone: { closedAfter: undefined, n: 0 },
    hasSaidLeave: false,
    apart: undefined,
    ...more,
  }
}

/** A call in which Reto sits with those. */
function callWith(members: readonly Member[], own: Partial<Call> = {}): Call {
  const you = { seat: reto.seat, side: SIDES[0]?.side as never, room: PLENARY }
  return { ...greenRoom(you), members: new Map(members.map((one) => [one.leaf, one])), ...own }
}

type ShownIn = { nowMs?: number; before?: typeof NOBODY_RECORDS; isClosed?: boolean }

function shown(
  call: Call,
  { nowMs = NOW, before = NOBODY_RECORDS, isClosed = false }: ShownIn = {},
) {
  const openPart = isClosed ? undefined : 1
  const recorders = stepRecorders(before, { call, agreed, openPart, nowMs })
  return { recorders, view: whoRecords(recorders, { facts: FACTS, agreed, nowMs }) }
}

test('whose device records stands under the name of its side, from its own word until it says no longer, and then that it has ended (R92)', () => {
  const first = shown(callWith([member(livia, { records: 1 }), member(zawadi)]))
  expect(first.view).toMatchObject({ by: ['Switzerland'], ended: [], notAgreed: [] })

  const after = shown(callWith([member(livia)]), { before: first.recorders })
  expect(after.view).toMatchObject({ by: [], ended: ['Switzerland'] })

  const late = { before: after.recorders, nowMs: NOW + 15_000 }
  expect(shown(callWith([member(livia)]), late).view).toMatchObject({ by: [], ended: [] })
})

test('a recorder that is gone has ended, and so has one that is held', () => {
  const { recorders } = shown(callWith([member(livia, { records: 1 })]))

  expect(shown(callWith([]), { before: recorders }).view.ended).toEqual(['Switzerland'])
  const held = member(livia, { records: 1 }, { heldFor: 'withdrawn' })
  expect(shown(callWith([held]), { before: recorders }).view).toMatchObject({
    by: [],
    ended: ['Switzerland'],
  })
})

test('who says for longer than a moment that their device records, and may not, stands there by name: without a paper, or of another part (R92)', () => {
  const without = callWith([member(zawadi, { records: 1 })])
  const another = callWith([member(livia, { records: 2 })])

  for (const [call, name] of [
    [without, zawadi.name],
    [another, livia.name],
  ] as const) {
    const { recorders, view } = shown(call)
    expect(view.notAgreed).toEqual([])
    const later = shown(call, { before: recorders, nowMs: NOW + 5000 }).view
    expect(later).toMatchObject({ by: [], notAgreed: [name] })
  }
})

test('a part that has closed accuses nobody whose word of it is on its way to be taken back', () => {
  const call = callWith([member(livia, { records: 1 })])
  const { recorders } = shown(call)

  const soon = shown(call, { before: recorders, isClosed: true, nowMs: NOW + 1000 })
  expect(soon.view).toMatchObject({ by: ['Switzerland'], notAgreed: [] })
  const late = shown(call, { before: soon.recorders, isClosed: true, nowMs: NOW + 6000 })
  expect(late.view).toMatchObject({ by: [], notAgreed: [livia.name] })
  const over = shown(callWith([member(livia)]), { before: soon.recorders, isClosed: true })
  expect(over.view).toMatchObject({ ended: ['Switzerland'], notAgreed: [] })
})

test('one’s own device is among them by what it says itself', () => {
  const own = new Map([[reto.seat, { name: reto.name, side: 'Switzerland', isYou: true }]])
  const call = callWith([], { agenda: { records: 1 } })
  const ground = { call, agreed: own, openPart: 1, nowMs: NOW }
  const recorders = stepRecorders(NOBODY_RECORDS, ground)

  const view = whoRecords(recorders, { facts: FACTS, agreed: own, nowMs: NOW })
  expect(view).toMatchObject({ by: ['Switzerland'], notAgreed: [] })
})

test('nothing is made anew while nothing changes', () => {
  const call = callWith([member(livia, { records: 1 })])
  const { recorders } = shown(call)
  const ground = { call, agreed, openPart: 1, nowMs: NOW + 250 }

  expect(stepRecorders(recorders, ground)).toBe(recorders)
})

const trackOf = (call: Call, of: SeatId, people: readonly Person[] = PEOPLE) =>
  tracksToRecord(call, { people, you: FACTS.you })
    .filter((one) => one.seat === of)
    .map(({ leaf, track, of: kind, into }) => [leaf, track, kind, into])

test('pictures and sound of everybody agreed are recorded, one’s own too, and of whoever is held nothing (R90)', () => {
  const publishing = { ...callWith([]).publishing, tracks: [CAMERA, MICROPHONE] }
  const call = callWith([member(zawadi)], { publishing })

  expect(trackOf(call, zawadi.seat)).toEqual([
    [zawadi.leaf, 3, 'camera', undefined],
    [zawadi.leaf, 4, 'microphone', undefined],
  ])
  expect(trackOf(call, reto.seat)).toEqual([
    [undefined, 3, 'camera', undefined],
    [undefined, 4, 'microphone', undefined],
  ])
  const held = PEOPLE.map((one) =>
    one.seat === zawadi.seat ? { ...one, standing: 'withdrawn' as const } : one,
  )
  expect(trackOf(call, zawadi.seat, held)).toEqual([])
})

test('what is said for one person’s ears is in no recording, and an interpretation is of its language (R90)', () => {
  const whispers = { n: 1, closedAfter: undefined, whispersTo: 5 as LeafIndex }
  const whispering = callWith([member(zawadi, {}, { microphone: whispers })])
  expect(trackOf(whispering, zawadi.seat)).toEqual([[zawadi.leaf, 3, 'camera', undefined]])

  const odile = PEOPLE[5] as Person
  const call = callWith([member(odile, { tracks: [MICROPHONE] })])
  expect(trackOf(call, odile.seat)).toEqual([])
  const open = PEOPLE.map((one) =>
    one.seat === odile.seat ? { ...one, microphone: 'open' as const, into: 'fr' } : one,
  )
  expect(trackOf(call, odile.seat, open)).toEqual([[odile.leaf, 4, 'microphone', 'fr']])

  const you = { ...FACTS.you, microphone: { phase: 'open', aim: { to: 1 as LeafIndex } } as const }
  const publishing = { ...call.publishing, tracks: [MICROPHONE] }
  const own = tracksToRecord(callWith([], { publishing }), { people: [reto], you })
  expect(own).toEqual([])
})
