import { expect, test } from 'vitest'
import { judgeLine, roundTripOf } from './judgeLine.ts'

test('a line in the country is quick, one to another continent usable, one over a satellite slow', () => {
  expect([20, 180, 620].map(judgeLine)).toEqual(['quick', 'usable', 'slow'])
})

test('answers that a busy page delayed do not count, old ones neither', () => {
  expect(roundTripOf([48, 210, 51, 47, 95])).toBe(47)
  expect(roundTripOf([12, 80, 82, 81, 90, 85])).toBe(80)
})

test('without an answer there is no figure', () => {
  expect(roundTripOf([])).toBeUndefined()
})
