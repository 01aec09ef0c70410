import { expect, test } from 'vitest'
import { presenceOf, type Presence } from './presence.ts'
import { heartbeat, inCall, other, run } from '@parley/testkit/twoInCall'

test.each<[number, Presence]>([
  [7500, 'here'],
  [7501, 'coming-back'],
  [15_000, 'coming-back'],
  [15_001, 'silent'],
])('of somebody who promised a word every 5 s and said none for %i ms: %s', (quietMs, is) => {
  const [call] = run(inCall, heartbeat(1000))
  const member = call.members.get(other)

  expect(member && presenceOf(member, { ...call, nowMs: 1000 + quietMs })).toBe(is)
})

test('a listener who promised a word a minute is not missed before (R26)', () => {
  const [call] = run(inCall, heartbeat(0, { nextMs: 60_000 }))
  const member = call.members.get(other)

  expect(member && presenceOf(member, { ...call, nowMs: 80_000 })).toBe('here')
})

test('whom only the tree names was never heard', () => {
  const member = inCall.members.get(other)

  expect(member && presenceOf(member, { ...inCall, nowMs: 60_000 })).toBe('not-heard')
})
