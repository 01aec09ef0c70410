import { signal } from '@preact/signals-core'
import { manualClock } from '@parley/testkit'
import { expect, test } from 'vitest'
import { PartOnDemand } from './partOnDemand.ts'

/** A part that is due when told, over a line that can be away. */
function start() {
  const clock = manualClock()
  const isDue = signal(false)
  const seen = { loads: 0, ends: 0, isLineAway: false }
  const code = Promise.withResolvers<string>()
  const part = new PartOnDemand({
    clock,
    isDue: () => isDue.value,
    afterMs: undefined,
    load: () => {
      seen.loads++
      return seen.isLineAway ? Promise.reject(new Error('away')) : code.promise
    },
    begin: (name) => ({ name, [Symbol.dispose]: () => void seen.ends++ }),
  })
  return { clock, isDue, seen, code, part }
}

test('a part is loaded once, when it is due, and ends with the call', async () => {
  const { isDue, seen, code, part } = start()
  code.resolve('booth')
  const before = seen.loads

  isDue.value = true
  await expect.poll(() => part.now.value?.name).toBe('booth')
  isDue.value = false
  isDue.value = true
  await part[Symbol.asyncDispose]()

  expect([before, seen.loads, seen.ends]).toEqual([0, 1, 1])
})

test('a line that was away while it was loaded is asked again', async () => {
  const { clock, isDue, seen, code, part } = start()
  code.resolve('booth')
  seen.isLineAway = true

  isDue.value = true
  await expect.poll(() => seen.loads).toBe(1)
  seen.isLineAway = false
  await expect
    .poll(() => {
      clock.advance(3000)
      return part.now.value?.name
    })
    .toBe('booth')

  expect(seen.loads).toBe(2)
})

test('a call that ends while a part is loaded begins none', async () => {
  const { isDue, seen, code, part } = start()
  isDue.value = true
  await part[Symbol.asyncDispose]()

  code.resolve('booth')
  await code.promise
  await Promise.resolve()

  expect([seen.loads, seen.ends, part.now.value]).toEqual([1, 0, undefined])
})
