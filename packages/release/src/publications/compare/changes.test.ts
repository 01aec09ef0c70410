import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Prose } from '../../documents/prose.ts'
import { changesBetween, type Change, type ChangedLine } from './changes.ts'

const paragraphs = (...texts: string[]): Prose =>
  texts.map((text) => ({ is: 'paragraph', runs: [{ text }] }))

/** One of the two versions, put together again from the changes. */
function readBack(lines: readonly ChangedLine[], without: Change['is']): string[] {
  return lines
    .map(({ changes }) =>
      changes
        .filter(({ is }) => is !== without)
        .map(({ text }) => text)
        .join(''),
    )
    .filter((text) => text !== '')
}

test('a figure that was corrected is taken out and put in, and nothing else is (R109)', () => {
  const [first, second] = changesBetween(
    paragraphs('They met.', '16 cubic metres a second pass.'),
    paragraphs('They met.', '18 cubic metres a second pass.'),
    'en',
  )

  expect(first?.changes).toEqual([{ is: 'same', text: 'They met.' }])
  expect(second?.changes).toEqual([
    { is: 'taken-out', text: '16' },
    { is: 'put-in', text: '18' },
    { is: 'same', text: ' cubic metres a second pass.' },
  ])
})

test('a paragraph that is new stands alone among those that stayed', () => {
  const lines = changesBetween(
    paragraphs('One.', 'Three.'),
    paragraphs('One.', 'Two.', 'Three.'),
    'en',
  )

  expect(lines.map(({ changes }) => changes.map(({ is }) => is))).toEqual([
    ['same'],
    ['put-in'],
    ['same'],
  ])
})

test('both versions can be read back from what changed, whatever they say', () => {
  const line = fc.array(fc.constantFrom('water', ' ', 'the', '.', 'ماء', '18', '\u{1F30A}'), {
    minLength: 1,
    maxLength: 9,
  })
  const prose = fc.array(
    line.map((words) => words.join('')),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(prose, prose, (before, after) => {
      const lines = changesBetween(paragraphs(...before), paragraphs(...after), 'en')
      expect(readBack(lines, 'put-in')).toEqual(before)
      expect(readBack(lines, 'taken-out')).toEqual(after)
    }),
  )
})
