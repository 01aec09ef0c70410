import { expect, test } from 'vitest'
import { leafIndexOf } from './seated.ts'

test('a leaf has a place that a key id can name, or none: 1023 is the last', () => {
  expect([leafIndexOf(0), leafIndexOf(1023)]).toEqual([0, 1023])
  expect([leafIndexOf(1024), leafIndexOf(-1), leafIndexOf(0.5)]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
