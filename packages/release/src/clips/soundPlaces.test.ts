import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeSound, SAMPLE_RATE, type SoundPlace } from './soundPlaces.ts'

const PACKET_MS = 20
const SAMPLES = (PACKET_MS * SAMPLE_RATE) / 1000
const toMs = (samples: number) => (samples * 1000) / SAMPLE_RATE

function placed(times: readonly number[]): number[] {
  let place: SoundPlace | undefined
  return times.map((atMs) => {
    const found = placeSound(place, { atMs, samples: SAMPLES })
    place = found.place
    return found.at
  })
}

test('packets that came unevenly are one sound without a gap, within 40 ms of when they were recorded (R95)', () => {
  const jitter = fc.array(fc.integer({ min: -15, max: 15 }), { minLength: 50, maxLength: 400 })
  fc.assert(
    fc.property(jitter, (by) => {
      const times = by.map((ms, n) => Math.max(0, n * PACKET_MS + ms))
      const places = placed(times)

      places.slice(1).forEach((at, n) => expect(at - (places[n] ?? 0)).toBe(SAMPLES))
      places.forEach((at, n) => expect(Math.abs(toMs(at) - n * PACKET_MS)).toBeLessThanOrEqual(40))
    }),
  )
})

test('after a pause sound goes where it was recorded', () => {
  expect(placed([0, 20, 2000, 2020]).map(toMs)).toEqual([0, 20, 2000, 2020])
})

test('a clock that runs fast or slow is followed, so that lips stay with words (R95)', () => {
  for (const pace of [0.999, 1.001]) {
    const times = Array.from({ length: 15_000 }, (_, n) => n * PACKET_MS * pace)
    placed(times).forEach((at, n) => expect(Math.abs(toMs(at) - (times[n] ?? 0))).toBeLessThan(40))
  }
})
