import {
  heartbeat,
  inCall,
  other,
  run,
  seated,
  seatOf,
  tickAt,
  track,
  you,
} from '@parley/testkit/twoInCall'
import { expect, test } from 'vitest'
import type { CallEvent } from './callEvent.ts'

const written: CallEvent = {
  type: 'message-written',
  id: 'a',
  from: seatOf(you),
  text: 'One moment',
  atMs: 1000,
}
const text = { do: 'say-text', id: 'a', text: 'One moment', atMs: 1000 }

test('what was refused or lost on its way is said again after 5 s, until it is in the log', () => {
  const [call, early] = run(inCall, written, tickAt(5999))
  const [later, again] = run(call, tickAt(6000))
  const [, sent] = run(later, { type: 'message-sent', id: 'a' }, tickAt(11_000))

  expect(early.filter((effect) => effect.do === 'say-text')).toEqual([text])
  expect(again).toContainEqual(text)
  expect(sent.map((effect) => effect.do)).not.toContain('say-text')
})

test('alone nothing is said again (R23)', () => {
  const [, effects] = run(inCall, written, seated(2000, you), tickAt(9000))

  expect(effects.filter((effect) => effect.do === 'say-text')).toEqual([text])
})

test('a word about the microphone that got lost is told with a heartbeat a second later', () => {
  const [call] = run(inCall, tickAt(1000), heartbeat(1000, {}, other))
  const [, effects] = run(
    call,
    { type: 'microphone-pressed' },
    { type: 'gate-not-moved' },
    { type: 'microphone-pressed' },
    { type: 'gate-opened', track, from: 3 },
    tickAt(2000),
  )

  expect(effects.map((effect) => effect.do)).toEqual([
    'open-gate',
    'open-gate',
    'say-microphone',
    'say-heartbeat',
  ])
})
