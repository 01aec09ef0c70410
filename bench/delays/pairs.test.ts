import { expect, test } from 'vitest'
import type { LoggedFrame } from '../browser/frameLog.ts'
import { glassToGlass, workerTimes } from './pairs.ts'

const frame = (of: Partial<LoggedFrame>): LoggedFrame => ({
  kind: 'audio',
  side: 'send',
  inMs: 0,
  outMs: 0,
  seal: '',
  ...of,
})

test('a frame’s time in both workers is counted for the same frame only', () => {
  const sent = [
    frame({ inMs: 10, outMs: 12, seal: 'a' }),
    frame({ inMs: 20, outMs: 21, seal: 'b' }),
    frame({ inMs: 30, outMs: undefined, seal: '' }),
  ]
  const received = [
    frame({ side: 'receive', inMs: 100, outMs: 103, seal: 'a' }),
    frame({ side: 'receive', inMs: 110, outMs: undefined, seal: 'b' }),
    frame({ side: 'receive', inMs: 120, outMs: 121, seal: 'of another' }),
  ]

  expect(workerTimes(sent, received)).toEqual([5])
})

test('a picture’s way is counted from its own camera, and not from the round before', () => {
  const own = [
    { person: 1, frame: 7, takenMs: 1000, shownMs: 1010 },
    { person: 1, frame: 7, takenMs: 9000, shownMs: 9010 },
  ]
  const seen = [
    { person: 1, frame: 7, takenMs: undefined, shownMs: 9040 },
    { person: 2, frame: 7, takenMs: undefined, shownMs: 9041 },
  ]

  expect(glassToGlass(own, seen, 1)).toEqual([40])
})
