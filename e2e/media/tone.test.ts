import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { personMedia } from './make.ts'
import { peopleHeard, pilotHz, powerAt } from './tone.ts'

const RATE = 48_000
const EVERYBODY = [0, 1, 2, 3, 4, 5]
/** What an analyser in a page gives at once. */
const WINDOW = 32_768

/** What one says, from a moment on: 16 bits mono after a header. */
async function speechOf(person: number, fromSeconds: number): Promise<Float32Array> {
  const { microphone } = await personMedia(person)
  const wav = await readFile(microphone)
  const start = wav.indexOf('data') + 8 + fromSeconds * RATE * 2
  return Float32Array.from({ length: WINDOW }, (_, at) => wav.readInt16LE(start + at * 2) / 32_768)
}

function mix(...voices: Float32Array[]): Float32Array {
  return Float32Array.from({ length: WINDOW }, (_, at) =>
    voices.reduce((sum, voice) => sum + (voice[at] ?? 0), 0),
  )
}

test('the power of a tone is a quarter of its amplitude squared, and nothing beside it', () => {
  const tone = Float32Array.from({ length: WINDOW }, (_, at) =>
    Math.sin((2 * Math.PI * 1300 * at) / RATE),
  )

  expect(powerAt(tone, 1300, RATE)).toBeCloseTo(0.25, 3)
  expect(powerAt(tone, 1400, RATE)).toBeLessThan(1e-6)
})

test('each voice is known by its tone at any moment, whatever it says', async () => {
  for (const person of EVERYBODY) {
    for (const from of [0, 1, 2, 3, 5]) {
      const heard = peopleHeard(await speechOf(person, from), RATE, EVERYBODY)

      expect(heard).toEqual([person])
    }
  }
})

test('several who speak at once are told apart, and silence is nobody', async () => {
  const three = mix(await speechOf(0, 1), await speechOf(2, 1), await speechOf(3, 1))

  expect(peopleHeard(three, RATE, EVERYBODY)).toEqual([0, 2, 3])
  expect(peopleHeard(new Float32Array(WINDOW), RATE, EVERYBODY)).toEqual([])
  expect(pilotHz(3)).toBe(1900)
})
