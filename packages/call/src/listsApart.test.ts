import { expect, test } from 'vitest'
import { heartbeat, inCall, other, run } from '@parley/testkit/twoInCall'
import type { CallEvent } from './callEvent.ts'
import { listsApart } from './listsApart.ts'

const older = (atMs: number) => heartbeat(atMs, { lists: 'older' })

function apartAfter(...events: CallEvent[]) {
  const [call] = run(inCall, ...events)
  const member = call.members.get(other)
  return member && listsApart(member)
}

test.each([
  ['one heartbeat is on its way', [older(100)], undefined],
  ['two right behind one another are', [older(100), older(1100)], undefined],
  ['a second of five seconds later is not', [older(100), older(5100)], 'older'],
  ['the same as here again is not apart', [older(100), older(5100), heartbeat(6000)], undefined],
  ['newer after older is on its way', [older(100), heartbeat(5100, { lists: 'newer' })], undefined],
] as const)('of other lists %s (R122)', (_, events, apart) => {
  expect(apartAfter(...events)).toBe(apart)
})

test('who had older lists than those that were here before is apart only once they have older ones than these (R122)', () => {
  const changed = { type: 'heads-changed', heads: 'newer', atMs: 5200 } as const

  expect(apartAfter(older(100), older(5100), changed)).toBeUndefined()
  expect(apartAfter(older(100), older(5100), changed, older(5300))).toBeUndefined()
  expect(apartAfter(older(100), older(5100), changed, older(5300), older(10_300))).toBe('older')
})
