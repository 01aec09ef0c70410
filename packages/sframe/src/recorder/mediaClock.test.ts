import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { MediaClock } from './mediaClock.ts'

const RATE = 48_000

test('frames that the line shook stand as far apart as they were made', () => {
  const clock = new MediaClock(RATE)
  const shaken = [0, 35, 3, 60, 12, 0, 44]

  const times = shaken.map((lateMs, at) =>
    clock.at(1000 + at * 20 + lateMs, { rtp: at * 960, source: 1 }),
  )

  for (const [at, ms] of times.entries()) expect(Math.abs(ms - (1000 + at * 20))).toBeLessThan(1)
})

test('stamps wrap around, begin anew with another source, and are missing, and time never goes backwards', () => {
  const clock = new MediaClock(RATE)
  const late = fc.nat(80)
  const frame = fc.record({
    late,
    jump: fc.constantFrom(960, 960, 960, 48_000, 2 ** 31),
    source: fc.nat(1),
    isStamped: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 200 }), (frames) => {
      let [arrivedMs, rtp, last] = [1_790_000_000_000, 2 ** 32 - 2000, 0]
      for (const { late: lateMs, jump, source, isStamped } of frames) {
        arrivedMs += 20
        rtp = (rtp + jump) % 2 ** 32
        const atMs = clock.at(arrivedMs + lateMs, { rtp: isStamped ? rtp : undefined, source })
        expect(atMs).toBeGreaterThanOrEqual(last)
        last = atMs
      }
    }),
  )
})

test('what wraps around is not taken for a jump', () => {
  const clock = new MediaClock(RATE)

  const first = clock.at(1000, { rtp: 2 ** 32 - 480, source: 1 })
  const second = clock.at(1020, { rtp: 480, source: 1 })

  expect(second - first).toBeCloseTo(20, 5)
})
