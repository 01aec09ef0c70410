import {
  leafKey,
  inCall,
  runInBooth,
  secondKey,
  tickAt,
  track,
  you,
} from '@parley/testkit/twoInCall'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CallEvent } from './callEvent.ts'
import { stepInBooth } from './stepInBooth.ts'

const coughed: CallEvent = { type: 'cough-pressed', atMs: 1000 }
const released: CallEvent = { type: 'cough-released' }
const shut: CallEvent = { type: 'gate-closed', track, after: 8 }

const [onAir] = runInBooth(
  inCall,
  { type: 'microphone-pressed', aim: { into: 'fr' } },
  { type: 'gate-opened', track, from: 5 },
)

test('a short cough closes the gate while it is held, and is no word (R47)', () => {
  const [coughing, closing] = runInBooth(onAir, coughed, shut, tickAt(1900))
  const [back, opening] = runInBooth(coughing, released, { type: 'gate-opened', track, from: 9 })

  expect([coughing.microphone.phase, back.microphone.phase]).toEqual(['coughing', 'open'])
  expect([closing, opening].map((effects) => effects.map((effect) => effect.do))).toEqual([
    ['close-gate', 'say-heartbeat'],
    ['open-gate'],
  ])
  expect(back.microphoneWord).toEqual(onAir.microphoneWord)
})

test('a cough of more than a second is said to be closed, and letting go says open into the same language (R47)', () => {
  const [coughing] = runInBooth(onAir, coughed, shut, tickAt(2000))
  const [back] = runInBooth(coughing, released, { type: 'gate-opened', track, from: 9 })

  expect(coughing.microphoneWord).toEqual({ n: 2, closed: { track, after: 8 } })
  expect(back.microphoneWord).toEqual({ n: 3, open: { track, from: 9, into: 'fr' } })
})

test('a page that lost the hand keeps the microphone closed, and says so (R47)', () => {
  const [call, effects] = runInBooth(onAir, coughed, shut, { type: 'cough-lost' }, shut, released)

  expect(call.microphone).toMatchObject({ phase: 'closed', by: 'cough-lost' })
  expect(call.microphoneWord).toEqual({ n: 2, closed: { track, after: 8 } })
  expect(effects.map((effect) => effect.do)).not.toContain('open-gate')
})

test('a closed microphone is not opened by letting go (R47)', () => {
  const [call, effects] = runInBooth(inCall, coughed, released)

  expect([call.microphone.phase, effects]).toEqual(['closed', []])
})

test('whatever happens, nothing passes while a hand holds the button, and only that hand opens it again (R47)', () => {
  const happens = fc.constantFrom<CallEvent | 'worker-answers'>(
    coughed,
    released,
    { type: 'cough-lost' },
    { type: 'microphone-pressed', aim: { into: 'fr' } },
    { type: 'microphone-lost' },
    { type: 'media-lost', atMs: 1000 },
    { type: 'must-join-again', by: 'forked', atMs: 50_000 },
    { type: 'entered', leaf: you, leafKey: secondKey, epoch: 2, mustHear: 'nobody' },
    { type: 'entered', leaf: you, leafKey, epoch: 3, mustHear: 'nobody' },
    'worker-answers',
    'worker-answers',
    tickAt(1500),
    tickAt(9000),
  )

  fc.assert(
    fc.property(fc.array(happens, { maxLength: 60 }), (events) => {
      let call = onAir
      let isGateOpen = true
      const answers: CallEvent[] = []
      for (const next of events) {
        const event = next === 'worker-answers' ? answers.shift() : next
        if (!event) continue
        const isLetGo = event.type === 'cough-released' && call.microphone.phase === 'coughing'
        const mayOpen = isLetGo || event.type === 'microphone-pressed'
        const [after, effects] = stepInBooth(call, event)
        call = after
        for (const effect of effects) {
          if (effect.do === 'open-gate') answers.push({ type: 'gate-opened', track, from: 1 })
          if (effect.do === 'close-gate') answers.push({ type: 'gate-closed', track, after: 2 })
          if (effect.do === 'open-gate') isGateOpen = true
          if (effect.do === 'close-gate') isGateOpen = false
        }
        expect(mayOpen || effects.every((effect) => effect.do !== 'open-gate')).toBe(true)
        expect(isGateOpen).toBe(['open', 'opening'].includes(call.microphone.phase))
      }
    }),
    { numRuns: 1000 },
  )
})
