import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, Prose } from '../../documents/prose.ts'
import { areDifferent, differencesOf, type LineDifference } from './differences.ts'
import { linesOf, textOfRuns } from '../../documents/plainText.ts'

const paragraph = (text: string): Block => ({ is: 'paragraph', runs: [{ text }] })
const words = ['water', 'gauge', 'the', 'two', 'sides', 'agreed', 'dry', 'years', 'met']
const line = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 })
  .map((all) => all.join(' '))
const prose: fc.Arbitrary<Prose> = fc.array(
  fc.oneof(
    line.map(paragraph),
    line.map((text): Block => ({ is: 'heading', level: 2, runs: [{ text }] })),
    fc.array(line, { minLength: 1, maxLength: 3 }).map((items): Block => ({
      is: 'list',
      ordered: false,
      items: items.map((text) => [{ text }]),
    })),
  ),
  { maxLength: 6 },
)
const textsOf = (all: Prose) => all.flatMap((block) => linesOf(block).map(textOfRuns))
/** The lines of one of the two texts, put together again from the differences. */
const readBack = (all: readonly LineDifference[], without: 'added' | 'removed') =>
  all
    .filter(({ is }) => is !== without)
    .map(({ pieces }) =>
      pieces
        .filter(({ is }) => is !== without)
        .map(({ text }) => text)
        .join(''),
    )

const long = (word: string): Prose =>
  Array.from({ length: 3000 }, (_, at) => paragraph(`${word} ${at} ${'so '.repeat(9)}`))

test('a changed word is told as taken out and put in, and the rest of its line stays', () => {
  const [difference] = differencesOf(
    [paragraph('The two sides came closer on releases.')],
    [paragraph('The two sides agreed on releases.')],
    'en',
  )

  expect(difference?.is).toBe('changed')
  expect(
    difference?.pieces.filter(({ is }) => is === 'removed').map(({ text }) => text.trim()),
  ).toEqual(['came closer'])
  expect(
    difference?.pieces.filter(({ is }) => is === 'added').map(({ text }) => text.trim()),
  ).toEqual(['agreed'])
})

test('a line that is nothing like the one before it is not laid over it', () => {
  const differences = differencesOf(
    [paragraph('Losses were discussed at length.')],
    [paragraph('Experts meet in Geneva next April.')],
    'en',
  )

  expect(differences.map(({ is }) => is).toSorted()).toEqual(['added', 'removed'])
})

test('the same words in another form are told as that', () => {
  const [difference] = differencesOf(
    [paragraph('Agreed.')],
    [{ is: 'paragraph', runs: [{ text: 'Agreed.', strong: true }] }],
    'en',
  )

  expect(difference).toEqual({
    is: 'form',
    block: 'paragraph',
    pieces: [{ is: 'same', text: 'Agreed.' }],
  })
})

test('words are found where a language writes no spaces between them', () => {
  const [difference] = differencesOf(
    [paragraph('両国は協定に合意した。')],
    [paragraph('両国は条約に合意した。')],
    'ja',
  )

  expect(difference?.is).toBe('changed')
  expect(difference?.pieces.some(({ is, text }) => is === 'same' && text.includes('両国'))).toBe(
    true,
  )
})

test('from the differences both texts can be put together again, word by word', () => {
  fc.assert(
    fc.property(prose, prose, (before, after) => {
      const differences = differencesOf(before, after, 'en')
      expect(readBack(differences, 'removed')).toEqual(textsOf(after))
      expect(readBack(differences, 'added')).toEqual(textsOf(before))
    }),
  )
})

test('a figure that was corrected is taken out and put in, and nothing else is (R109)', () => {
  const [first, second] = differencesOf(
    [paragraph('They met.'), paragraph('16 cubic metres a second pass.')],
    [paragraph('They met.'), paragraph('18 cubic metres a second pass.')],
    'en',
  )

  expect(first?.is).toBe('same')
  expect(second?.pieces).toEqual([
    { is: 'removed', text: '16' },
    { is: 'added', text: '18' },
    { is: 'same', text: ' cubic metres a second pass.' },
  ])
})

test('a text of a language that nobody knows is compared as well', () => {
  const [difference] = differencesOf([paragraph('Yes, 16.')], [paragraph('Yes, 18.')], 'not a tag')

  expect(difference?.is).toBe('changed')
})

test('texts that have nothing in common are told whole, however long they are', () => {
  const began = performance.now()
  const differences = differencesOf(long('yes'), long('no'), 'en')

  expect(performance.now() - began).toBeLessThan(5000)
  expect(readBack(differences, 'removed')).toEqual(textsOf(long('no')))
  expect(readBack(differences, 'added')).toEqual(textsOf(long('yes')))
})

test('a text has no differences from itself', () => {
  fc.assert(
    fc.property(prose, (one) => {
      expect(areDifferent(differencesOf(one, one, 'en'))).toBe(false)
    }),
  )
})
