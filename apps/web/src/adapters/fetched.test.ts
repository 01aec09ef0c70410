import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fetchAgain, fetched } from './fetched.ts'

const listeners = new Map<string, () => void>()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', { querySelectorAll: () => [] })
  vi.stubGlobal('addEventListener', (type: string, hear: () => void) => listeners.set(type, hear))
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Code over a line that is away for so many requests. */
function overLine(awayFor: number) {
  const seen = { asked: 0, is: 'awaited' }
  const code = fetched(() => {
    seen.asked++
    return seen.asked <= awayFor ? Promise.reject(new Error('away')) : Promise.resolve('there')
  })
  void code.then((is) => (seen.is = is))
  return seen
}

test('what the line could not bring is asked for every three seconds, and then is there', async () => {
  const seen = overLine(2)

  await vi.advanceTimersByTimeAsync(2999)
  const before = { ...seen }
  await vi.advanceTimersByTimeAsync(3001)

  expect([before, seen]).toEqual([
    { asked: 1, is: 'awaited' },
    { asked: 3, is: 'there' },
  ])
})

test.each([
  ['whoever presses the button', () => fetchAgain()],
  ['a browser that is connected again', () => listeners.get('online')?.()],
])('%s has it asked for at once', async (_, wake) => {
  const seen = overLine(1)
  await vi.advanceTimersByTimeAsync(0)

  wake()
  await vi.advanceTimersByTimeAsync(0)

  expect(seen.is).toBe('there')
})
