import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { levelsOf, mixSounds } from './mixing.ts'

const of = (...samples: number[]) => new Float32Array(samples)

test('one voice is left as it is, and several add up', () => {
  expect([...mixSounds([of(0.5, -0.25, 0.125)], 3)]).toEqual([0.5, -0.25, 0.125])
  expect([...mixSounds([of(0.5, -0.25), of(0.125, 0.25), of(0)], 2)]).toEqual([0.625, 0])
})

test('however many speak at once, nothing is cut off, and louder stays louder', () => {
  const sample = fc.float({ min: -1, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      fc.array(sample, { maxLength: 12 }),
      fc.float({ min: 0, max: 1, noNaN: true }),
      (samples, more) => {
        const sounds = samples.map((value) => of(Math.abs(value)))
        const [alone = 0] = mixSounds(sounds, 1)
        const [louder = 0] = mixSounds([...sounds, of(more)], 1)

        expect(Math.abs(alone)).toBeLessThanOrEqual(1)
        expect(louder).toBeGreaterThanOrEqual(alone)
      },
    ),
  )
})

test('a level is the loudest of its stretch', () => {
  expect(levelsOf(of(0.25, -0.5, 0, 0, 0.125, 0.75), 3)).toEqual([0.5, 0, 0.75])
  expect(levelsOf(of(), 2)).toEqual([0, 0])
})
