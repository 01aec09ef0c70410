import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CallEvent } from './callEvent.ts'
import { step } from './step.ts'
import {
  inCall,
  leafKey,
  other,
  run,
  secondKey,
  speaking,
  tickAt,
  track,
  you,
} from '@parley/testkit/twoInCall'

const pressed: CallEvent = { type: 'microphone-pressed' }

test('a microphone without a device stays closed, says so, and can be pressed again', () => {
  const [call] = run(inCall, pressed, { type: 'gate-not-moved' })
  const [again, effects] = run(call, pressed)

  expect(call.microphone).toMatchObject({ phase: 'closed', by: 'no-device' })
  expect([again.microphone.phase, effects]).toEqual(['opening', [{ do: 'open-gate' }]])
})

test('a gate of which the worker tells no last frame is closed, and said to be', () => {
  const [call, effects] = run(speaking, pressed, { type: 'gate-not-moved' })

  expect(call.microphone).toMatchObject({ phase: 'closed', by: 'holder' })
  expect(call.microphoneWord).toEqual({ n: 2 })
  expect(effects).toContainEqual({ do: 'say-microphone', said: {} })
})

test('a microphone that closed before any frame passed names no last frame', () => {
  const [call] = run(speaking, pressed, { type: 'gate-closed', track, after: -1 })

  expect(call.microphoneWord).toEqual({ n: 2 })
})

test('a new leaf does not say that the microphone of the old one is open', () => {
  const [away] = run(speaking, { type: 'must-join-again', by: 'behind', atMs: 20_000 })
  const [call, effects] = run(
    away,
    { type: 'entered', leaf: other, leafKey: secondKey, epoch: 4, mustHear: 'anyone' },
    { type: 'gate-closed', track, after: 70 },
  )

  expect(call.microphoneWord).toEqual({ n: 0 })
  expect(effects.map((effect) => effect.do)).not.toContain('say-microphone')
})

test('whoever leaves closes the gate before anything else', () => {
  const [, effects] = run(speaking, { type: 'leave-pressed' })

  expect(effects.map((effect) => effect.do)).toEqual(['close-gate', 'say-leave', 'close'])
})

test('a leaf that comes when none was asked for opens nothing to press', () => {
  const [left] = run(speaking, { type: 'leave-pressed' })
  const [call, effects] = run(
    left,
    { type: 'entered', leaf: you, leafKey, epoch: 9, mustHear: 'nobody' },
    pressed,
  )

  expect(call.microphone.phase).toBe('without-leaf')
  expect(effects).toEqual([])
})

test('whatever happens, the gate is open when the screen says so and closed when it says that', () => {
  const happens = fc.constantFrom<CallEvent | 'worker-answers'>(
    pressed,
    pressed,
    'worker-answers',
    'worker-answers',
    { type: 'input-device-chosen', device: 'headset' },
    { type: 'must-join-again', by: 'forked', atMs: 50_000 },
    { type: 'entered', leaf: you, leafKey, epoch: 2, mustHear: 'nobody' },
    { type: 'entered', leaf: other, leafKey: secondKey, epoch: 3, mustHear: 'anyone' },
    { type: 'media-lost', atMs: 1000 },
    { type: 'media-back' },
    { type: 'ended', by: 'withdrawn' },
    tickAt(2000),
    tickAt(9000),
  )

  fc.assert(
    fc.property(fc.array(happens, { maxLength: 40 }), (events) => {
      let call = inCall
      let isGateOpen = false
      const answers: CallEvent[] = []
      const take = (event: CallEvent) => {
        const [next, effects] = step(call, event)
        call = next
        for (const effect of effects) {
          if (effect.do === 'open-gate') answers.push({ type: 'gate-opened', track, from: 1 })
          if (effect.do === 'close-gate') answers.push({ type: 'gate-closed', track, after: 2 })
          if (effect.do === 'open-gate') isGateOpen = true
          if (effect.do === 'close-gate') isGateOpen = false
        }
      }
      for (const event of events) {
        const next = event === 'worker-answers' ? answers.shift() : event
        if (next) take(next)
        expect(['open', 'opening'].includes(call.microphone.phase)).toBe(isGateOpen)
      }
      while (answers.length > 0) take(answers.shift() as CallEvent)
      expect('open' in call.microphoneWord).toBe(isGateOpen)
    }),
  )
})
