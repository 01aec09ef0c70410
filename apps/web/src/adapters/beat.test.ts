import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { onBeat } from './beat.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('all that asked run in one task, ten times a second', async () => {
  const ran: string[] = []
  let tasks = 0
  const run = (name: string) => () => {
    if (ran.length % 2 === 0) tasks += 1
    ran.push(name)
    queueMicrotask(() => ran.push('drawn'))
  }
  using first = onBeat(run('first'))
  using second = onBeat(run('second'))

  await vi.advanceTimersByTimeAsync(100)

  expect({ first, second, ran }).toMatchObject({ ran: ['first', 'second', 'drawn', 'drawn'] })
  expect(tasks).toBe(1)
})
