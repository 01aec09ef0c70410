import { inCall, other, run, seated, tickAt, you } from '@parley/testkit/twoInCall'
import { expect, test } from 'vitest'
import { isKeyOld } from './refresh.ts'

const MINUTE_MS = 60_000

test.each([
  [2, 20 * MINUTE_MS, false],
  [2, 20 * MINUTE_MS + 1, true],
  [60, 40 * MINUTE_MS, false],
  [60, 40 * MINUTE_MS + 1, true],
])(
  'in a room of %i a key is old after twice the time for a new one: %i ms, %s (R75)',
  (members, nowMs, is) => {
    expect(isKeyOld({ renewedAtMs: 0 }, { members, nowMs })).toBe(is)
  },
)

test('whoever was alone for an hour is given the time for a new one once somebody comes', () => {
  const hourMs = 60 * MINUTE_MS
  const [alone] = run(inCall, seated(1000, you), tickAt(hourMs))
  const [{ members }] = run(alone, seated(hourMs, you, other))

  expect(members.get(you)?.renewedAtMs).toBe(hourMs)
})

test('a commit renews the key of whoever made it, and of nobody else', () => {
  const later = { ...seated(5000, you, other), renewed: other }
  const [{ members }] = run(inCall, later, tickAt(6000))

  expect([you, other].map((leaf) => members.get(leaf)?.renewedAtMs)).toEqual([0, 5000])
})
