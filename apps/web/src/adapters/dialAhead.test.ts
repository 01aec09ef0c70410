import type { Socket } from '@parley/client'
import { expect, test } from 'vitest'
import { dialAhead } from './dialAhead.ts'

test('the socket that was opened ahead is the first that is dialled, and no other', () => {
  const [first, second] = [socket(0), socket(0)]
  const left = [first, second]
  const dial = dialAhead(() => left.shift() ?? socket(0))

  expect(left).toEqual([second])
  expect(dial()).toBe(first)
  expect(dial()).toBe(second)
})

test.each([2, 3] as const)('one in state %i, which is closed, is not handed on', (state) => {
  const second = socket(0)
  const left = [socket(state), second]

  expect(dialAhead(() => left.shift() ?? socket(0))()).toBe(second)
})

function socket(readyState: Socket['readyState']): Socket {
  return {
    readyState,
    send: () => undefined,
    close: () => undefined,
    addEventListener: () => undefined,
  }
}
