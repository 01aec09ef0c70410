import { expect, test } from 'vitest'
import { lagMs, type Sample } from './lag.ts'

/** A tone that swells twice a second, looked at each 10 ms, with gaps and noise. */
function swelling(delayMs: number, seed: number): Sample[] {
  return Array.from({ length: 300 }, (_, index) => {
    const atMs = 5000 + index * 10 + (index % 3)
    const swell = (1 - Math.cos(((atMs - delayMs) / 500) * 2 * Math.PI)) / 2
    return { atMs, value: swell + ((index * seed) % 7) / 70 }
  }).filter((_, index) => index % 11 !== seed)
}

test.each([3, 48, 130, 310])('a sound that comes %i ms later is known as that late', (delay) => {
  const lag = lagMs(swelling(0, 3), swelling(delay, 5))

  expect(Math.abs((lag ?? Number.NaN) - delay)).toBeLessThanOrEqual(3)
})

test('too little of a sound, or silence, has no delay', () => {
  const silence = swelling(0, 3).map(({ atMs }) => ({ atMs, value: 0 }))

  expect(lagMs(swelling(0, 3).slice(0, 50), swelling(20, 5).slice(0, 50))).toBeUndefined()
  expect(lagMs(swelling(0, 3), silence)).toBeUndefined()
})
