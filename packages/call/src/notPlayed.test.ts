import {
  camera,
  heartbeat,
  inCall,
  microphone,
  other,
  run,
  seatOf,
} from '@parley/testkit/twoInCall'
import { expect, test } from 'vitest'
import type { CallEvent } from './callEvent.ts'

const tracks = [
  { number: camera, kind: 'camera', name: 'c' },
  { number: microphone, kind: 'microphone', name: 'm' },
] as const
const [seen] = run(inCall, heartbeat(0, { tracks }))

/** Counts once a second of what one reason has kept back of a track so far. */
function kept(code: string, totals: readonly number[], track = camera): readonly CallEvent[] {
  return totals.map((total, n) => ({
    type: 'frames-accounted',
    received: [
      { leaf: other, track, opened: 0, quietMs: undefined, missing: 0, drops: { [code]: total } },
    ],
    atMs: 1000 * n,
  }))
}

test('frames that arrive and are not played for two seconds are told, by seat, track and reason', () => {
  const [call] = run(seen, ...kept('not-authentic', [20, 40, 60]))

  expect(call.incidents).toMatchObject([
    { type: 'not-played', seat: seatOf(other), kind: 'camera', code: 'not-authentic', atMs: 1000 },
  ])
})

test.each([
  ['what a change of keys leaves behind', 'old-epoch', [7, 7, 7]],
  ['a frame now and then', 'replayed', [1, 2, 3]],
  ['what comes in bursts with calm between', 'unknown-epoch', [30, 30, 60, 60]],
  ['the media server’s own filler', 'filler', [50, 100, 150]],
])('%s is counted, and nobody is told', (_, code, totals) => {
  const [call] = run(seen, ...kept(code, totals))

  expect(call.incidents).toEqual([])
})

test('sound of which nothing was announced is nobody’s', () => {
  const [call] = run(inCall, ...kept('unknown-epoch', [20, 40, 60]))

  expect(call.incidents).toEqual([])
})

test('what goes on is told once', () => {
  const totals = Array.from({ length: 50 }, (_, n) => 20 * (n + 1))

  const [call] = run(seen, ...kept('outside-bounds', totals, microphone))

  expect(call.incidents).toHaveLength(1)
})
