import { manualClock } from '@parley/testkit'
import { expect, test } from 'vitest'
import { SlowLoading } from './slowLoading.ts'

function slow() {
  const clock = manualClock(0)
  const told: unknown[] = []
  return { clock, told, loading: new SlowLoading({ clock, of: 2, tell: (one) => told.push(one) }) }
}

test('what is there within a second is never said to be loading', () => {
  const { clock, told, loading } = slow()
  const waiting = loading.wait()
  loading.step()
  clock.advance(999)

  waiting[Symbol.dispose]()
  clock.advance(5000)

  expect(told).toEqual([])
})

test('after a second it is said how much is there, and then each step, and that it is over', () => {
  const { clock, told, loading } = slow()
  loading.step()
  const waiting = loading.wait()

  clock.advance(1000)
  loading.step()
  waiting[Symbol.dispose]()

  expect(told).toEqual([{ done: 1, of: 2 }, { done: 2, of: 2 }, undefined])
})
