import { LeafIndex, SeatId, SideId } from '@parley/protocol'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { LINE_THERE } from './line.ts'
import { stepMembers, type Members } from './members.ts'
import { stepRepair, type Unjoinable } from './repair.ts'

const [zero, one, two] = [0, 1, 2].map((index) => v.parse(LeafIndex, index)) as [
  LeafIndex,
  LeafIndex,
  LeafIndex,
]
const seat = v.parse(SeatId, 'A'.repeat(11))
const side = v.parse(SideId, 'A'.repeat(11))
const seated = [zero, one, two].map((leaf) => {
  return { leaf, seat, side, identity: `${leaf}`, heldFor: undefined }
})
const members: Members = stepMembers(
  new Map(),
  { type: 'members-changed', atMs: 0, members: seated },
  one,
)
const unjoinable: Unjoinable = { epoch: 7, by: zero, sinceMs: 1000 }
const refresh = [{ do: 'refresh' }]
const at = (you: LeafIndex, nowMs: number, known = unjoinable) =>
  stepRepair(known, { epoch: 7, members, you, nowMs, line: LINE_THERE })

test('the lowest living leaf but the committer makes a room joinable again at once, the next 300 ms later (R19)', () => {
  expect(at(one, 1000)[1]).toEqual(refresh)
  expect(at(two, 1299)[1]).toEqual([])
  expect(at(two, 1300)[1]).toEqual(refresh)
})

test('a repair that did not come back is tried again, and an epoch later there is nothing to repair', () => {
  const [tried] = at(one, 1000)

  expect(at(one, 3999, tried)[1]).toEqual([])
  expect(at(one, 4000, tried)[1]).toEqual(refresh)
  expect(stepRepair(tried, { epoch: 8, members, you: one, nowMs: 9000, line: LINE_THERE })).toEqual(
    [undefined, []],
  )
})
