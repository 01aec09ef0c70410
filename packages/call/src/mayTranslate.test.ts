import { expect, test } from 'vitest'
import { mayTranslate } from './mayTranslate.ts'

const interpreter = { role: 'interpreter', languages: ['fr', 'ru'] }
const adviser = { role: 'adviser', languages: ['fr', 'en'] }

test('an interpreter translates into each of its languages, out of any (R58)', () => {
  expect(mayTranslate(interpreter, { from: 'sw', into: 'fr' })).toBe(true)
  expect(mayTranslate(interpreter, { from: undefined, into: 'ru' })).toBe(true)
  expect(mayTranslate(interpreter, { from: 'fr', into: 'sw' })).toBe(false)
})

test('anybody else translates between the languages of their agreed seat (R58)', () => {
  expect(mayTranslate(adviser, { from: 'fr', into: 'en' })).toBe(true)
  expect(mayTranslate(adviser, { from: 'sw', into: 'en' })).toBe(false)
  expect(mayTranslate(adviser, { from: undefined, into: 'en' })).toBe(false)
})

test('nothing is translated into what it is in, and nothing counts of a seat that is on no list (R58)', () => {
  expect(mayTranslate(interpreter, { from: 'fr', into: 'fr' })).toBe(false)
  expect(mayTranslate(undefined, { from: 'sw', into: 'fr' })).toBe(false)
})
