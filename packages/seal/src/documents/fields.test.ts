import * as v from 'valibot'
import { expect, test } from 'vitest'
import { line } from './fields.ts'

const Name = line(40)

test('a name that turns the direction of the text, or leaves its line, is refused', () => {
  const sly = [0x202e, 0x202a, 0x2066, 0x2069, 0x2028, 0x2029, 0x0a, 0x00, 0x1b, 0x85]
  const names = sly.map((code) => `Ana${String.fromCodePoint(code)}Ruiz`)

  expect(names.filter((name) => v.is(Name, name))).toEqual([])
})

test('names of any script are taken as they are, without the spaces around', () => {
  const names = ['Ana Ruiz', 'Ğülşen Çelik', 'محمد علي', '김민준', 'Λ. Παπαδοπούλου', 'नेहा शर्मा']

  expect(names.map((name) => v.parse(Name, ` ${name} `))).toEqual(names)
})

test('no name is empty, or longer than its place', () => {
  expect([v.is(Name, ' '), v.is(Name, 'a'.repeat(41)), v.is(Name, 'a'.repeat(40))]).toEqual([
    false,
    false,
    true,
  ])
})
