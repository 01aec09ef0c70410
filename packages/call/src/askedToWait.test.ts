import { inCall, other, ally, run, seatOf } from '@parley/testkit/twoInCall'
import { expect, test } from 'vitest'
import type { CallEvent } from './callEvent.ts'
import { hasAsked } from './askedToWait.ts'

const pressedAt = (atMs: number): CallEvent => ({ type: 'wait-pressed', atMs })
const heardAt = (atMs: number, from = seatOf(other)): CallEvent => ({
  type: 'wait-heard',
  from,
  atMs,
})

test('whoever presses again within ten seconds asks the room once (R37)', () => {
  const [call, effects] = run(inCall, pressedAt(1000), { type: 'wait-said' }, pressedAt(10_999))
  const [, later] = run(call, pressedAt(11_000))

  expect(effects).toEqual([{ do: 'say-wait' }])
  expect(later).toEqual([{ do: 'say-wait' }])
})

test('what one asked counts as asked once it was said, and for ten seconds', () => {
  const [pressed] = run(inCall, pressedAt(1000))
  const [said] = run(pressed, { type: 'wait-said' })

  expect(hasAsked(pressed.waiting, 1500)).toBe(false)
  expect(hasAsked(said.waiting, 10_999)).toBe(true)
  expect(hasAsked(said.waiting, 11_000)).toBe(false)
})

test('what could not be said was not asked, and can be asked at once', () => {
  const [, effects] = run(inCall, pressedAt(1000), { type: 'wait-not-said' }, pressedAt(1100))

  expect(effects).toEqual([{ do: 'say-wait' }, { do: 'say-wait' }])
})

test('one person’s asking counts once in ten seconds, whatever others ask (R37)', () => {
  const [call] = run(inCall, heardAt(1000), heardAt(9000), heardAt(9500, seatOf(ally)))
  const [later] = run(call, heardAt(11_000))

  expect(call.waiting.asked).toEqual(
    new Map([
      [seatOf(other), 1000],
      [seatOf(ally), 9500],
    ]),
  )
  expect(later.waiting.asked.get(seatOf(other))).toBe(11_000)
})
