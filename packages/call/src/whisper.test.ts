import { expect, test } from 'vitest'
import {
  ally,
  heartbeat,
  inCall,
  microphone,
  other,
  run,
  seated,
  you,
} from '@parley/testkit/twoInCall'
import type { CallEvent } from './callEvent.ts'

const openedTo = (to: typeof you, n = 1): CallEvent => ({
  type: 'opened-heard',
  from: ally,
  track: microphone,
  first: 40,
  aim: { to },
  n,
  atMs: 1000,
})
const announced = heartbeat(
  900,
  { tracks: [{ number: microphone, kind: 'microphone', name: 'm' }] },
  ally,
)
const [together] = run(inCall, seated(0, you, other, ally), announced)
const counted = (atMs: number, drops: number): CallEvent => ({
  type: 'frames-accounted',
  received: [
    {
      leaf: ally,
      track: microphone,
      opened: 0,
      quietMs: undefined,
      missing: 0,
      drops: { 'outside-bounds': drops },
    },
  ],
  atMs,
})

test('a whisper is played by the leaf that it is for (R52)', () => {
  const [call] = run(together, openedTo(you))

  expect(call.members.get(ally)?.microphone).toMatchObject({ track: microphone, from: 40 })
})

test('every other leaf plays nothing of a whisper, and calls nothing missing (R52)', () => {
  const [call] = run(
    together,
    openedTo(other),
    counted(2000, 50),
    counted(3000, 100),
    counted(4000, 150),
  )

  expect(call.members.get(ally)?.microphone).toEqual({
    closedAfter: undefined,
    n: 1,
    whispersTo: other,
  })
  expect(call.incidents).toEqual([])
})

test('a microphone that is said to be closed, and sends, is told of as before', () => {
  const closed: CallEvent = { type: 'closed-heard', from: ally, after: 9, n: 2 }
  const [call] = run(
    together,
    openedTo(other),
    closed,
    counted(2000, 50),
    counted(3000, 100),
    counted(4000, 150),
  )

  expect(call.incidents).toMatchObject([{ type: 'not-played', code: 'outside-bounds' }])
})
