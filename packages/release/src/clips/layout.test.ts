import { expect, test } from 'vitest'
import { coverOf, PICTURE, placesOf } from './layout.ts'

test('one person has the whole picture, and two as much as each other', () => {
  expect(placesOf(1)).toEqual([{ x: 0, y: 0, ...PICTURE }])
  expect(placesOf(2)).toEqual([
    { x: 0, y: 0, width: 638, height: 720 },
    { x: 642, y: 0, width: 638, height: 720 },
  ])
})

test('a picture fills its box, and what is left over is cut off alike on both sides', () => {
  expect(coverOf({ width: 640, height: 360 }, { width: 1280, height: 720 })).toEqual({
    x: 0,
    y: 0,
    width: 640,
    height: 360,
  })
  expect(coverOf({ width: 640, height: 360 }, { width: 360, height: 360 })).toEqual({
    x: 140,
    y: 0,
    width: 360,
    height: 360,
  })
  expect(coverOf({ width: 360, height: 640 }, { width: 360, height: 360 })).toEqual({
    x: 0,
    y: 140,
    width: 360,
    height: 360,
  })
})
