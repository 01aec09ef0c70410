import { expect, test } from 'vitest'
import { hear, mixed, noise, syllable, tone, voice, type Wave } from './synthetic.ts'
import { voiceBandOf } from './voiceBand.ts'

const room = noise(0.0005)

/** An s of 80 ms in each of the syllables that has one, every two seconds. */
function hissed(amplitude: number): Wave {
  const hiss = noise(amplitude)
  return (seconds) => (seconds % 2 < 0.08 ? syllable(0.14) * hiss(seconds) : 0)
}

test('a wireless headset ends at 8 kHz, also where the line behind it hisses beyond', () => {
  const band = voiceBandOf(hear(mixed(voice({ toHz: 7500, amplitude: 0.25 }), noise(0.002)), 7))

  expect(band?.is).toBe('talk')
  expect(band?.toHz).toBeGreaterThan(6500)
  expect(band?.toHz).toBeLessThan(8600)
})

test('one s in two seconds is enough to tell that a microphone hears it', () => {
  const deep = voice({ toHz: 3400, amplitude: 0.25 })

  expect(voiceBandOf(hear(mixed(deep, room), 9))?.is).toBe('telephone')
  expect(voiceBandOf(hear(mixed(deep, hissed(0.2), room), 9))?.is).toBe('full')
})

test('what reaches further than a wireless headset is not cut off, though a voice has little at 15 kHz', () => {
  const band = voiceBandOf(hear(mixed(voice({ toHz: 10_500, amplitude: 0.25 }), room), 7))

  expect(band?.is).toBe('full')
  expect(band?.toHz).toBeLessThan(12_500)
})

/** As loud at each of its tones, in syllables: a hiss. */
function flat(fromHz: number, toHz: number, amplitude: number): Wave {
  const tones = Array.from({ length: Math.floor((toHz - fromHz) / 400) }, (_, at) =>
    tone(fromHz + 400 * at, amplitude),
  )
  const all = mixed(...tones)
  return (seconds) => (syllable(seconds) > 0 ? syllable(seconds) * all(seconds) : 0)
}

test('what a cheap resampler leaves of a voice above the end of a headset is not the voice', () => {
  const own = flat(200, 7800, 0.02)
  const image = flat(8600, 15_000, 0.000_25)

  expect(voiceBandOf(hear(mixed(own, image, noise(0.000_001)), 6))?.is).toBe('talk')
})
