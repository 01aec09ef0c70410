import { expect, test } from 'vitest'
import { deskQuietOf } from './deskQuiet.ts'

test('a desk that has said nothing of its lists for three minutes is quiet, and one that never did is too (R76)', () => {
  expect(deskQuietOf(1_000_000, 1_179_999)).toBe(undefined)
  expect(deskQuietOf(1_000_000, 1_180_000)).toBe(3)
  expect(deskQuietOf(1_000_000, 1_359_999)).toBe(5)
  expect(deskQuietOf(1_000_000, 900_000)).toBe(undefined)
  expect(deskQuietOf(undefined, 1_000_000)).toBe('never')
})
