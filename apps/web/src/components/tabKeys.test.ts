import { expect, test } from 'vitest'
import { placeByKey } from './tabKeys.ts'

const LAST = { from: 2, count: 3, direction: 'ltr' }

test('an arrow leads to the next tab, and from the last to the first', () => {
  expect(placeByKey('ArrowLeft', LAST)).toBe(1)
  expect(placeByKey('ArrowRight', LAST)).toBe(0)
  expect(placeByKey('ArrowLeft', { ...LAST, from: 0 })).toBe(2)
})

test('where one reads from the right, arrows lead the way they point', () => {
  expect(placeByKey('ArrowLeft', { ...LAST, direction: 'rtl' })).toBe(0)
  expect(placeByKey('ArrowRight', { ...LAST, direction: 'rtl' })).toBe(1)
})

test('Home and End lead to the ends, and other keys are left alone', () => {
  expect(placeByKey('Home', LAST)).toBe(0)
  expect(placeByKey('End', { ...LAST, from: 0 })).toBe(2)
  expect(placeByKey('ArrowDown', LAST)).toBeUndefined()
  expect(placeByKey('Tab', LAST)).toBeUndefined()
})
