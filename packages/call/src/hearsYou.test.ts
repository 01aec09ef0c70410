import { expect, test } from 'vitest'
import type { Call } from './callState.ts'
import { hearsYou } from './hearsYou.ts'
import type { CallEvent } from './callEvent.ts'
import {
  heartbeat,
  inCall,
  other,
  run,
  seated,
  speaking,
  tickAt,
  track,
  you,
} from '@parley/testkit/twoInCall'

const hearing = { hears: new Set([you]) }

function said(call: Call, nowMs: number) {
  const member = call.members.get(other)
  if (!member) throw new Error('The other one is in the room')
  return hearsYou(member, { ...call, nowMs })
}

test('whoever heard one is said not to since the heartbeat that no longer says so', () => {
  const [call] = run(
    speaking,
    tickAt(1000),
    heartbeat(3000, hearing),
    heartbeat(8000, hearing),
    heartbeat(9500),
    heartbeat(14_500),
  )

  expect(said(call, 15_000)).toEqual({ hears: 'no', sinceMs: 9500 })
})

test('whoever hears one again is no longer said not to', () => {
  const [call] = run(
    speaking,
    tickAt(0),
    heartbeat(3000),
    heartbeat(9000),
    heartbeat(11_000, hearing),
  )

  expect(said(call, 12_000)).toEqual({ hears: 'yes' })
})

test('whoever never confirmed is given 7 s from the opening of the microphone, however long both sat there', () => {
  const [quiet] = run(inCall, tickAt(0), ...every5s(0, 60_000))
  const [call] = run(quiet, ...open, tickAt(61_000), heartbeat(65_000))

  expect(said(call, 68_000)).toEqual({ hears: 'not-heard-yet' })
  expect(said(call, 68_001)).toEqual({ hears: 'no', sinceMs: 61_000 })
})

test('a word from before the microphone was closed and opened again confirms nothing', () => {
  const [call] = run(
    speaking,
    tickAt(0),
    heartbeat(2000, hearing),
    { type: 'microphone-pressed' },
    { type: 'gate-closed', track, after: 90 },
    tickAt(2500),
    ...open,
    tickAt(3000),
  )

  expect(said(call, 4000)).toEqual({ hears: 'not-heard-yet' })
})

test('the time is each person’s own, and begins when they sat down', () => {
  const [call] = run(
    speaking,
    tickAt(0),
    seated(0, you),
    seated(20_000, you, other),
    tickAt(20_000),
    heartbeat(20_100),
    heartbeat(25_000),
  )

  expect(said(call, 27_000)).toEqual({ hears: 'not-heard-yet' })
  expect(said(call, 27_200)).toEqual({ hears: 'no', sinceMs: 20_100 })
})

test('while nothing is sent nobody fails to hear: alone, the time does not run', () => {
  const [alone] = run(speaking, tickAt(0), seated(0, you), tickAt(30_000))

  expect(alone.soundSinceMs).toBe(undefined)
})

test('whose heartbeats stopped does not hear one since the last of them', () => {
  const [call] = run(speaking, tickAt(0), heartbeat(4000, hearing))

  expect(said(call, 11_500)).toEqual({ hears: 'yes' })
  expect(said(call, 11_501)).toEqual({ hears: 'no', sinceMs: 4000 })
})

const open: readonly CallEvent[] = [
  { type: 'microphone-pressed' },
  { type: 'gate-opened', track, from: 91 },
]

function every5s(fromMs: number, toMs: number): readonly CallEvent[] {
  return Array.from({ length: (toMs - fromMs) / 5000 }, (_, n) => heartbeat(fromMs + n * 5000))
}
