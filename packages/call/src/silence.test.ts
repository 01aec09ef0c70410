import {
  ally,
  heartbeat,
  inCall,
  other,
  run,
  seated,
  tickAt,
  ticks,
  you,
} from '@parley/testkit/twoInCall'
import { expect, test } from 'vitest'
import { presenceOf } from './presence.ts'
import type { CallEffect } from './callEvent.ts'

const removals = (effects: readonly CallEffect[]) =>
  effects.filter((effect) => effect.do === 'remove')
const silent = { do: 'remove', leaves: [other], because: 'silent' }

test('somebody silent is taken out after thirty seconds, not before (R26)', () => {
  const [call, early] = run(inCall, ...ticks(0, 30_000))
  const [, late] = run(call, tickAt(30_001))

  expect(removals(early)).toEqual([])
  expect(late).toContainEqual(silent)
})

test('a server that was away for longer makes nobody silent: everyone is given the whole time again (R26)', () => {
  const [call, away] = run(
    inCall,
    heartbeat(1000),
    { type: 'socket-lost', atMs: 2000 },
    ...ticks(2000, 90_000),
    { type: 'socket-back', atMs: 90_000 },
    ...ticks(90_000, 120_000),
  )
  const [, late] = run(call, tickAt(120_001))

  expect(removals(away)).toEqual([])
  expect(removals(late)).toEqual([silent])
})

test('while the server is away nobody is said to be gone: their words cannot come', () => {
  const [call] = run(inCall, heartbeat(1000), { type: 'socket-lost', atMs: 2000 })
  const member = call.members.get(other)

  expect(member && presenceOf(member, { ...call, nowMs: 60_000 })).toBe('here')
})

test('a device that slept takes nobody out as it wakes', () => {
  const [, effects] = run(inCall, heartbeat(1000), tickAt(1000), tickAt(600_000), tickAt(600_250))

  expect(removals(effects)).toEqual([])
})

test('once the server is back a heartbeat is said at once, for the others may miss one', () => {
  const [call] = run(inCall, tickAt(0), { type: 'socket-lost', atMs: 500 })
  const [, effects] = run(call, { type: 'socket-back', atMs: 900 }, tickAt(1000))

  expect(effects.map((effect) => effect.do)).toEqual(['say-heartbeat'])
})

test('whoever said to leave is taken out at once, whether or not others are silent', () => {
  const [call] = run(inCall, seated(0, you, other, ally), tickAt(0))
  const [, effects] = run(call, { type: 'leave-heard', from: other }, tickAt(100))

  expect(removals(effects)).toEqual([{ do: 'remove', leaves: [other], because: 'left' }])
})
