import { expect, test } from 'vitest'
import { alikeOf } from './alikeNames.ts'

const others = ['Livia Spescha', 'Brian Otiato', 'Марина Соколова']

test.each([
  ['Livia Spesсha', 'Livia Spescha'],
  ['Lívia Spescha', 'Livia Spescha'],
  ['LIVIA  SPESCHA', 'Livia Spescha'],
  ['Livia\u200b Spescha', 'Livia Spescha'],
  ['1ivia Spescha', 'Livia Spescha'],
  ['Βrian Οtiatο', 'Brian Otiato'],
  ['Maринa Coкoлoвa', 'Марина Соколова'],
])('%s can be taken for %s (R77)', (name, other) => {
  expect(alikeOf(name, others)).toBe(other)
})

test.each(['Livia Specha', 'Bryan Otiato', 'Марина Соколов', 'Li Wei'])(
  '%s is plainly another name (R77)',
  (name) => {
    expect(alikeOf(name, others)).toBe(undefined)
  },
)
