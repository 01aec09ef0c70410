import { expect, test } from 'vitest'
import { judgeVoice } from './judgeVoice.ts'
import { hardClipped, hear, mixed, noise, syllable, tone, voice, type Wave } from './synthetic.ts'
import { voiceBandOf } from './voiceBand.ts'

const room = noise(0.0005)
const wide = { toHz: 14_000, amplitude: 0.25 }

test('a voice in a quiet room is good, and its band is told', () => {
  const hearing = hear(mixed(voice(wide), room), 7)

  expect(judgeVoice(hearing)).toEqual({ is: 'good' })
  const band = voiceBandOf(hearing)
  expect(band?.is).toBe('full')
  expect(band?.toHz).toBeGreaterThan(12_000)
  expect(band?.toHz).toBeLessThan(15_600)
  expect(band?.fromHz).toBeLessThan(125)
})

test('a headset in its telephone profile is told from a wide one, by where its band ends', () => {
  const ends = [3400, 7500].map((toHz) => hear(mixed(voice({ ...wide, toHz }), room), 7))

  expect(ends.map((hearing) => voiceBandOf(hearing)?.is)).toEqual(['telephone', 'talk'])
})

test('noise of the room is no part of the band of a voice', () => {
  const hearing = hear(mixed(voice({ ...wide, toHz: 3400 }), noise(0.004)), 7)

  expect(voiceBandOf(hearing)?.toHz).toBeLessThan(4500)
})

test('a voice far from the microphone is low, one too near is loud', () => {
  const far = hear(mixed(voice({ ...wide, amplitude: 0.03 }), room), 4)
  const near = hear((seconds) => 0.95 * syllable(seconds) * tone(220, 1)(seconds), 4)

  expect([far, near].map(judged)).toEqual(['low', 'loud'])
})

test('what is cut off at full scale clips, and a loud sine just below it does not', () => {
  expect(judged(hear(hardClipped(tone(220, 1.4)), 2))).toBe('clips')
  expect(judged(hear(tone(220, 0.97), 2))).not.toBe('clips')
})

test.each([50, 60] as const)('mains of %i Hz are heard between words', (mainsHz) => {
  const hum: Wave = mixed(
    tone(mainsHz, 0.004),
    tone(2 * mainsHz, 0.003),
    tone(3 * mainsHz, 0.002),
    room,
  )

  expect(judgeVoice(hear(mixed(voice(wide), hum), 7))).toEqual({ is: 'hums', mainsHz })
})

test('neither a low voice nor the noise of a fan is hum', () => {
  const rumble = lowPassed(noise(0.05))

  expect(judged(hear(mixed(voice(wide), room), 5))).toBe('good')
  expect(judged(hear(rumble, 4))).not.toBe('hums')
})

test('noise nearly as loud as the voice is named, and so is a room in which no voice stands out', () => {
  expect(judged(hear(mixed(voice({ ...wide, amplitude: 0.15 }), noise(0.03)), 6))).toBe('noisy')
  expect(judged(hear(noise(0.06), 4))).toBe('noisy')
})

test('zeros are nothing at all, and a quiet room waits for a voice', () => {
  expect(judged(hear(() => 0, 7))).toBe('nothing')
  expect(judged(hear(room, 5))).toBe('waiting')
})

test('without voice there is no band', () => {
  expect(voiceBandOf(hear(room, 5))).toBeUndefined()
})

function judged(hearing: Parameters<typeof judgeVoice>[0]): string {
  return judgeVoice(hearing).is
}

/** A filter of one pole at about 200 Hz. */
function lowPassed(wave: Wave): Wave {
  let last = 0
  return (seconds) => (last += 0.026 * (wave(seconds) - last))
}
