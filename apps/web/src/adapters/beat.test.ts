import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { onBeat } from './beat.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('all that asked run in one task, ten times a second, and nothing runs once they have ended', async () => {
  const ran: string[] = []
  const run = (name: string) => () => {
    ran.push(name)
    queueMicrotask(() => ran.push('drawn'))
  }
  const [first, second] = [onBeat(run('first')), onBeat(run('second'))]

  await vi.advanceTimersByTimeAsync(100)
  for (const each of [first, second]) each[Symbol.dispose]()
  await vi.advanceTimersByTimeAsync(1000)

  expect(ran).toEqual(['first', 'second', 'drawn', 'drawn'])
  expect(vi.getTimerCount()).toBe(0)
})
