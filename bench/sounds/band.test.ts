import { expect, test } from 'vitest'
import { BAND_HZ, bandOf, worstDb } from './band.ts'

const RATE = 48_000

/** Tones that swell together, each as loud as told. */
function sounding(amplitudeAt: (hz: number) => number) {
  const samples = Float32Array.from({ length: 32_768 }, (_, at) => {
    const swell = (1 - Math.cos((4 * Math.PI * at) / RATE)) / 2
    const tone = (hz: number) => amplitudeAt(hz) * Math.sin((2 * Math.PI * hz * at) / RATE)
    return swell * BAND_HZ.reduce((sum, hz) => sum + tone(hz), 0)
  })
  return { samples, rate: RATE }
}

test('tones that are equally loud are an even band', () => {
  expect(worstDb(bandOf(sounding(() => 0.03)))).toBeLessThan(0.05)
})

test('a tone at half its amplitude is 6 dB down, and the worst of the band', () => {
  const band = bandOf(sounding((hz) => (hz === 15_000 ? 0.015 : 0.03)))

  expect(band.get(15_000)).toBeCloseTo(-6.02, 1)
  expect(band.get(125)).toBeCloseTo(0, 1)
  expect(worstDb(band)).toBeCloseTo(6.02, 1)
})

test('a tone that is too loud counts as much as one that is missing', () => {
  expect(worstDb(bandOf(sounding((hz) => (hz === 4000 ? 0.06 : 0.03))))).toBeCloseTo(6.02, 1)
})

test('a piece that a browser cut out of a stretch takes nothing from its high tones', () => {
  const { samples } = sounding(() => 0.03)
  const cut = Float32Array.from([...samples.subarray(0, 16_000), ...samples.subarray(16_371)])

  expect(worstDb(bandOf({ samples: cut, rate: RATE }))).toBeLessThan(1)
})
