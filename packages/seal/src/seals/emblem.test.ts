import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { emblem } from './emblem.ts'

const hex = fc.uint8Array({ minLength: 6, maxLength: 6 }).map((bytes) => bytes.toHex())

test('two seals that differ in the first 48 bits have two emblems', () => {
  fc.assert(
    fc.property(hex, hex, (a, b) => {
      fc.pre(a !== b)
      expect(emblem(a)).not.toEqual(emblem(b))
    }),
  )
})

test('an emblem has two circles, sixteen marks, six petals and a core', () => {
  const { ring, heart, heartScale } = emblem('8f21c4077e1a')

  expect(ring).toHaveLength(18)
  expect(heart).toHaveLength(7)
  expect(heartScale).toBe(1)
})

test('the small form leaves the ring out and draws the heart larger', () => {
  const { ring, heart, heartScale } = emblem('8f21c4077e1a', 'small')

  expect(ring).toHaveLength(1)
  expect(heart).toEqual(emblem('8f21c4077e1a').heart)
  expect(heartScale).toBe(1.28)
})
