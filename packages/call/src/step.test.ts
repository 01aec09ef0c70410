import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CallEvent } from './callEvent.ts'
import {
  inCall,
  leafKey,
  other,
  run,
  seated,
  secondKey,
  speaking,
  start,
  tickAt,
  track,
  you,
} from '@parley/testkit/twoInCall'

const both = seated(0, you, other)

test('a joiner is not fresh until its own side is heard', () => {
  const [joined] = run(
    start,
    { type: 'join-pressed', atMs: 0 },
    { type: 'entered', leaf: you, epoch: 1, mustHear: 'own-side', leafKey },
    { type: 'fresh-heartbeat-heard', from: 'another-side' },
  )
  const [fresh] = run(joined, { type: 'fresh-heartbeat-heard', from: 'own-side' })

  expect([joined.joining.phase, fresh.joining.phase]).toEqual(['not-fresh', 'in-call'])
})

test('who waited for long before the media server had a room is told so only if it still has none 3 s after the press', () => {
  const [joined] = run(
    start,
    { type: 'media-lost', atMs: 0 },
    { type: 'ticked', nowMs: 30_000 },
    { type: 'join-pressed', atMs: 30_000 },
    { type: 'entered', leaf: you, epoch: 1, mustHear: 'nobody', leafKey },
    { type: 'ticked', nowMs: 32_999 },
  )
  const [later] = run(joined, { type: 'ticked', nowMs: 33_000 })

  expect(joined.line.isReconnectingShown).toBe(false)
  expect(later.line).toMatchObject({ isReconnectingShown: true, mediaLostSinceMs: 30_000 })
})

test('a line lost for one second leaves the microphone as its holder set it', () => {
  const [back, effects] = run(
    speaking,
    { type: 'media-lost', atMs: 1000 },
    { type: 'ticked', nowMs: 2000 },
    { type: 'media-back' },
    { type: 'ticked', nowMs: 2100 },
  )

  expect(back.microphone.phase).toBe('open')
  expect(effects.map((effect) => effect.do)).not.toContain('close-gate')
})

test('a line lost for ten seconds closes the microphone, and its return does not open it', () => {
  const [back, effects] = run(
    speaking,
    { type: 'media-lost', atMs: 1000 },
    { type: 'ticked', nowMs: 4000 },
    { type: 'gate-closed', track, after: 9 },
    { type: 'media-back' },
    { type: 'ticked', nowMs: 11_000 },
  )

  expect(back.microphone).toMatchObject({ phase: 'closed', by: 'reconnecting-shown' })
  expect(effects.map((effect) => effect.do)).toContain('say-microphone')
})

test('the server of the documents going away says nothing about the microphone', () => {
  const [later] = run(speaking, { type: 'socket-lost', atMs: 0 }, { type: 'ticked', nowMs: 60_000 })

  expect(later.microphone.phase).toBe('open')
  expect(later.line.isReconnectingShown).toBe(false)
})

test('joining again closes the microphone, and says that a new leaf did', () => {
  const [away] = run(speaking, { type: 'must-join-again', by: 'behind', atMs: 20_000 })
  const [again] = run(away, {
    type: 'entered',
    leaf: other,
    epoch: 9,
    mustHear: 'nobody',
    leafKey: secondKey,
  })

  expect(again.microphone).toMatchObject({ phase: 'closed', by: 'new-leaf' })
})

test('one who is alone for long is not thrown out by itself, and refreshes nothing', () => {
  const [alone] = run(inCall, seated(0, you))

  const [, effects] = run(alone, ...[1, 2, 3].map((n) => tickAt(n * 3_600_000)))

  expect(effects.filter((effect) => effect.do !== 'say-heartbeat')).toEqual([])
})

test('a leaver is taken out by the lowest living leaf at once', () => {
  const [, effects] = run(inCall, { type: 'leave-heard', from: other }, tickAt(100))

  expect(effects).toContainEqual({ do: 'remove', leaves: [other], because: 'left' })
})

test('an older word about a microphone does not undo a newer one', () => {
  const [call] = run(
    inCall,
    { type: 'closed-heard', from: other, after: 20, n: 2 },
    { type: 'opened-heard', from: other, track, first: 3, aim: {}, n: 1, atMs: 0 },
  )

  expect(call.members.get(other)?.microphone).toEqual({ closedAfter: 20, n: 2 })
})

test('whatever happens, nothing but its holder opens the microphone', () => {
  const anyEvent = fc.constantFrom<CallEvent>(
    { type: 'join-pressed', atMs: 0 },
    { type: 'entered', leaf: you, epoch: 1, mustHear: 'nobody', leafKey },
    { type: 'entered', leaf: you, epoch: 2, mustHear: 'anyone', leafKey: secondKey },
    both,
    { type: 'must-join-again', by: 'forked', atMs: 5 },
    { type: 'media-lost', atMs: 0 },
    { type: 'media-back' },
    { type: 'socket-lost', atMs: 0 },
    { type: 'socket-back', atMs: 5 },
    { type: 'input-device-chosen', device: 'headset' },
    { type: 'gate-opened', track, from: 1 },
    { type: 'gate-closed', track, after: 2 },
    { type: 'fresh-heartbeat-heard', from: 'own-side' },
    tickAt(3000),
    tickAt(90_000),
  )

  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
      const [call, effects] = run(start, ...events)
      expect(effects.map((effect) => effect.do)).not.toContain('open-gate')
      expect(['open', 'opening']).not.toContain(call.microphone.phase)
    }),
  )
})
