import { greenRoom, NO_PARTS, type Call, type Heard, type Member } from '@parley/call'
import { PLENARY, type LeafIndex } from '@parley/protocol'
import { expect, test } from 'vitest'
import { PEOPLE, SIDES } from '../callSamples/people.ts'
import type { Person } from '../callFacts.ts'
import { touchOf } from './touch.ts'

const [reto, zawadi, mathilde] = PEOPLE as [Person, Person, Person]
const NOW = 1_000_000
const parts = NO_PARTS

function member({ leaf, seat, side }: Person, heardAtMs: number | undefined): Member {
  const heard: Heard | undefined =
    heardAtMs === undefined
      ? undefined
      : {
          atMs: heardAtMs,
          nextMs: 5000,
          lists: 'same',
          tracks: [],
          hears: new Set(),
          sees: new Set(),
        }
  return {
    leaf,
    seat,
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
  }
}

/** Reto in a call, in which each of those was last heard then. */
function callWith(
  heard: readonly (readonly [Person, number | undefined])[],
  own: Partial<Call> = {},
): Call {
  const you = { seat: reto.seat, side: SIDES[0]?.side as never, room: PLENARY }
  const all = [[reto, NOW] as const, ...heard].map(([one, at]) => member(one, at))
  return {
    ...greenRoom(you),
    joining: { phase: 'in-call', leaf: 0 as LeafIndex, epoch: 1, anewAtMs: undefined },
    members: new Map(all.map((one) => [one.leaf, one])),
    ...own,
  }
}

test('one is in touch while each side that is here was heard lately, and not by one’s own alone (R90)', () => {
  const of = (zawadiMs: number | undefined, mathildeMs: number) =>
    touchOf(
      callWith([
        [zawadi, zawadiMs],
        [mathilde, mathildeMs],
      ]),
      { parts, nowMs: NOW },
    )

  expect(of(NOW - 15_000, NOW)).toEqual({ isInTouch: true, heardAtMs: NOW - 15_000 })
  expect(of(NOW - 15_001, NOW)).toEqual({ isInTouch: false, heardAtMs: NOW - 15_001 })
  expect(of(undefined, NOW).isInTouch).toBe(false)
})

test('nor without a socket, alone, beside somebody who is held, or before one is in (R90)', () => {
  const heard = [[zawadi, NOW]] as const
  const line = { ...callWith(heard).line, socketLostSinceMs: NOW }
  const members = new Map(callWith(heard).members)
  members.set(zawadi.leaf, { ...member(zawadi, NOW), heldFor: 'withdrawn' })

  for (const call of [
    callWith(heard, { line }),
    callWith([]),
    callWith(heard, { members }),
    callWith(heard, { joining: { phase: 'green-room' } }),
  ])
    expect(touchOf(call, { parts, nowMs: NOW }).isInTouch).toBe(false)
  expect(touchOf(callWith(heard), { parts, nowMs: NOW }).isInTouch).toBe(true)
})

test('nor while somebody says that the talks have moved on, and what moved them is not here (R90)', () => {
  const known = { move: 2, item: 2, isOpen: false }
  const ahead = [{ seat: zawadi.seat, known, sinceMs: NOW }]

  expect(touchOf(callWith([[zawadi, NOW]]), { parts: { ahead }, nowMs: NOW }).isInTouch).toBe(false)
})
