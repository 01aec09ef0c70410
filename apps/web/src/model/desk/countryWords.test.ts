import { expect, test } from 'vitest'
import { countryNamed, countryNames } from './countryWords.ts'

test.each([
  ['Kenya', 'KE'],
  ['  switzerland ', 'CH'],
  ['Suisse', 'CH'],
  ['Кения', 'KE'],
  ['كينيا', 'KE'],
  ['ke', 'KE'],
  ['Côte d’Ivoire', 'CI'],
])('%s is %s', (typed, code) => {
  expect(countryNamed(typed)).toBe(code)
})

test('a body that is no country has no letters, and neither has what is half written', () => {
  expect(['', 'Kenia Basin Authority', 'Ken', 'ZZ'].map(countryNamed)).toEqual(
    Array.from({ length: 4 }, () => undefined),
  )
})

test('each name that is offered is one that is understood', () => {
  for (const locale of ['en', 'fr', 'ru', 'ar']) {
    const names = countryNames(locale)
    expect(names.length).toBeGreaterThan(190)
    expect(names.filter((name) => countryNamed(name) === undefined)).toEqual([])
  }
})
