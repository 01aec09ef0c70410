import { expect, test } from 'vitest'
import { LANGUAGES, languageFor } from './languages.ts'

test('the first language that the browser asks for and Parley speaks is taken', () => {
  expect(languageFor({ kept: null, preferred: ['de-CH', 'fr-CH', 'ar'] })).toBe('fr')
  expect(languageFor({ kept: null, preferred: ['AR-EG', 'en'] })).toBe('ar')
})

test('English is taken where the browser asks for none of them', () => {
  expect(languageFor({ kept: null, preferred: ['de', 'constructor'] })).toBe('en')
  expect(languageFor({ kept: null, preferred: [] })).toBe('en')
})

test('what a person chose goes before what the browser asks for', () => {
  expect(languageFor({ kept: 'ru', preferred: ['ar', 'en'] })).toBe('ru')
})

test('what was kept and is no language of Parley counts for nothing', () => {
  expect(languageFor({ kept: 'tlh', preferred: ['ar'] })).toBe('ar')
})

test('hours up to 24, a day before its month, and the digits of the codes are written in every language', () => {
  const evening = new Date('2026-11-26T21:05:00Z')
  for (const { formats } of Object.values(LANGUAGES)) {
    const format = new Intl.DateTimeFormat(formats, {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: 'UTC',
    })
    const numbers = format.format(evening).match(/[0-9]+/g)
    expect(numbers).toEqual([26, 11, 2026, 21, 5].map((number) => expect.stringContaining(String(number))))
  }
})
