import { LeafIndex, SeatId, SideId } from '@parley/protocol'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Joining } from './joining.ts'
import { stepMembers, type Seated } from './members.ts'
import { whyHeldBack } from './sending.ts'

const leaf = v.parse(LeafIndex, 0)
const seat = v.parse(SeatId, 'A'.repeat(11))
const you: Seated = {
  leaf,
  seat,
  side: v.parse(SideId, 'A'.repeat(11)),
  identity: 'you',
  heldFor: undefined,
}
const second = v.parse(LeafIndex, 1)
const elsewhere = v.parse(SeatId, `${'B'.repeat(10)}A`)
const other: Seated = { ...you, leaf: second, identity: 'other' }
const inCall: Joining = { phase: 'in-call', leaf, epoch: 3, anewAtMs: undefined }

test.each<[string, Joining, Seated[], ReturnType<typeof whyHeldBack>]>([
  ['between two people who are agreed everything goes out', inCall, [you, other], undefined],
  ['alone nothing goes out', inCall, [you], { because: 'alone' }],
  [
    'beside a leaf that is held nothing goes out',
    inCall,
    [you, { ...other, heldFor: 'not-agreed' }],
    { because: 'held', seat, code: 'not-agreed' },
  ],
  [
    'who is held by its own clock like everybody else is told so, and not of another',
    { ...inCall, leaf: second },
    [
      { ...other, leaf, seat: elsewhere, heldFor: 'expired' },
      { ...you, leaf: second, heldFor: 'expired' },
    ],
    { because: 'held', seat, code: 'expired' },
  ],
  [
    'before a heartbeat was heard nothing goes out',
    { phase: 'not-fresh', leaf, epoch: 3, mustHear: 'anyone', anewAtMs: undefined },
    [you, other],
    { because: 'not-fresh' },
  ],
  ['in the green room nothing goes out', { phase: 'green-room' }, [], { because: 'not-in-call' }],
])('%s', (_fact, joining, seated, why) => {
  const members = stepMembers(
    new Map(),
    { type: 'members-changed', members: seated, atMs: 0 },
    leaf,
  )

  expect(whyHeldBack(joining, members)).toEqual(why)
})
