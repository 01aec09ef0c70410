import { expect, test } from 'vitest'
import { tongueDirection } from './tongueDirection.ts'

test('a text is read the way its language is written', () => {
  const tags = ['ar', 'fa', 'he', 'fr', 'ru', 'sw', 'pa-PK', 'az']

  expect(tags.map(tongueDirection)).toEqual([
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    'ltr',
    'ltr',
    'rtl',
    'ltr',
  ])
})

test('where no language is known, its letters decide', () => {
  expect([undefined, 'qx', 'no tag'].map((tag) => tongueDirection(tag))).toEqual([
    'auto',
    'auto',
    'auto',
  ])
})
