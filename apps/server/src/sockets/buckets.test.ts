import { manualClock } from '@parley/testkit'
import { expect, test } from 'vitest'
import { Buckets } from './buckets.ts'

test('a socket that closes and comes again has no more than before, until the time for it has passed', () => {
  const clock = manualClock(0)
  const buckets = new Buckets(clock, { size: 10, perSecond: 5 })
  {
    using first = buckets.share('device')
    expect(first.bucket.take(10)).toBe(0)
  }
  {
    using again = buckets.share('device')
    using other = buckets.share('another')
    expect(again.bucket.take(1)).toBe(200)
    expect(other.bucket.take(10)).toBe(0)
  }
  clock.advance(2200)

  using late = buckets.share('device')
  expect(late.bucket.take(10)).toBe(0)
  expect(late.bucket.take(1)).toBe(200)
})

test('of whoever has no socket and may say all again nothing is kept', () => {
  const clock = manualClock(0)
  const buckets = new Buckets(clock, { size: 10, perSecond: 5 })
  using stays = buckets.share('stays')
  for (let n = 0; n < 100; n++) {
    using passing = buckets.share(`passing ${n}`)
    passing.bucket.take(10)
  }
  expect(buckets.count).toBe(101)
  clock.advance(2000)
  buckets.share('next')[Symbol.dispose]()

  expect(buckets.count).toBe(2)
  expect(stays.bucket.take(10)).toBe(0)
})
