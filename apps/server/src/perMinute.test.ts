import { manualClock } from '@parley/testkit'
import { expect, test } from 'vitest'
import { PerMinute } from './perMinute.ts'

test('a name may do so much in any minute, whatever others do, and what was refused does not count', () => {
  const clock = manualClock()
  const perMinute = new PerMinute(clock, 3)
  const allow = (name: string, amount?: number) => perMinute.allow(name, amount)

  expect([allow('A', 2), allow('A', 2), allow('A'), allow('A')]).toEqual([true, false, true, false])
  expect(allow('B', 3)).toBe(true)
  clock.advance(59_999)
  expect(allow('A')).toBe(false)
  clock.advance(1)
  expect([allow('A', 3), allow('B', 3)]).toEqual([true, true])
})
