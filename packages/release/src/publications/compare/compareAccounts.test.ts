import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Prose } from '../../documents/prose.ts'
import { compareAccounts, letterOf, type Comparison } from './compareAccounts.ts'
import { linesOf, textOfRuns } from '../../documents/plainText.ts'

const paragraphs = (...texts: string[]): Prose =>
  texts.map((text) => ({ is: 'paragraph', runs: [{ text }] }))

const SWISS = paragraphs(
  'The two sides agreed in principle on a release schedule for dry years.',
  'From November to March, 18 cubic metres a second are to pass the Masinga gauge.',
  'Experts will meet in Geneva in April. Experts need access to the gauges.',
)
const KENYAN = paragraphs(
  'The two sides made progress towards a release schedule for dry years.',
  'From November to March, 18 cubic metres a second are to pass the Masinga gauge when rainfall allows.',
  'Experts will meet in Geneva in April!',
)

function compared(...accounts: Prose[]): Comparison {
  const comparison = compareAccounts(accounts, 'en')
  if (!comparison) throw new Error('They are short')
  return comparison
}

/** What stands in a line of an account. */
function standing(account: Prose, block: number, line = 0): string {
  const found = account[block]
  return textOfRuns((found && linesOf(found)[line]) ?? [])
}

/** The words under each mark of an account. */
function marked(account: Prose, marks: Comparison['marks'][number] | undefined): string[] {
  return (marks ?? []).map(
    ({ block, line, from, to, letter }) =>
      `${letter}: ${standing(account, block, line).slice(from, to)}`,
  )
}

test('what each side says in its own words is marked in both, and what one alone says in whole (R112)', () => {
  const { marks, differences } = compared(SWISS, KENYAN)

  expect(marked(SWISS, marks[0])).toEqual([
    'a: agreed in principle on',
    'b: gauge',
    'c: Experts need access to the gauges.',
  ])
  expect(marked(KENYAN, marks[1])).toEqual(['a: made progress towards', 'b: when rainfall allows'])
  expect(differences.map(({ letter, said }) => [letter, said.map((one) => one?.text)])).toEqual([
    ['a', [standing(SWISS, 0), standing(KENYAN, 0)]],
    ['b', [standing(SWISS, 1), standing(KENYAN, 1)]],
    ['c', ['Experts need access to the gauges.', undefined]],
  ])
})

test('several words that differ in one sentence are marked by themselves, and its letter stands after the last', () => {
  const one = paragraphs(
    'At least 18 cubic metres a second are to pass the Masinga gauge as a mean.',
  )
  const other = paragraphs('Up to 18 cubic metres a second pass the Masinga gauge.')

  const { marks, differences } = compared(one, other)

  expect(marked(one, marks[0])).toEqual(['a: At least', 'a: are to', 'a: as a mean'])
  expect(marks[0]?.map(({ isLast }) => isLast)).toEqual([false, false, true])
  expect(differences).toHaveLength(1)
})

test('of the same words nothing is marked, whatever their signs, capitals and order of paragraphs', () => {
  const other = paragraphs('THEY MET', 'Water was discussed…')

  const { marks, differences } = compared(paragraphs('Water was discussed.', 'They met.'), other)

  expect(differences).toEqual([])
  expect(marks).toEqual([[], []])
})

test('among three, what two say alike and the third does not is one difference', () => {
  const [said, other] = ['They met in Geneva on Tuesday.', 'They met in Bern on Tuesday.']

  const { differences, marks } = compared(
    paragraphs(said),
    paragraphs(said),
    paragraphs(other, 'It rained.'),
  )

  expect(differences).toHaveLength(2)
  expect(marked(paragraphs(said), marks[0])).toEqual(['a: Geneva'])
  expect(marked(paragraphs(other, 'It rained.'), marks[2])).toEqual(['a: Bern', 'b: It rained.'])
})

test('accounts that are too long are not compared, and one of a language that nobody knows is', () => {
  const long = paragraphs(...Array.from({ length: 800 }, (_, at) => `Sentence ${at}.`))

  expect(compareAccounts([SWISS, long], 'en')).toBe(undefined)
  expect(compareAccounts([SWISS, KENYAN], 'xx-nonsense-tag')?.differences).toHaveLength(3)
})

test('letters go on after z', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual([
    'a',
    'z',
    'aa',
    'az',
    'ba',
    'zz',
    'aaa',
  ])
})

test('whatever is written, each mark is within its line, and each difference is marked where it is said', () => {
  const word = fc.constantFrom(
    'water',
    'the',
    'Gauge',
    'river.',
    'agreed',
    'не',
    'ماء',
    '!',
    '…',
    '18',
  )
  const line = fc.array(word, { maxLength: 12 }).map((all) => all.join(' '))
  const prose = fc
    .array(
      line.filter((text) => text !== ''),
      { maxLength: 6 },
    )
    .map((lines) => paragraphs(...lines))
  fc.assert(
    fc.property(fc.array(prose, { minLength: 1, maxLength: 3 }), (accounts) => {
      const { marks, differences } = compared(...accounts)
      for (const [account, own] of marks.entries()) {
        for (const { block, line: at, from, to } of own) {
          const text = standing(accounts[account] ?? [], block, at)
          expect(from >= 0 && from < to && to <= text.length).toBe(true)
        }
        const letters = differences.filter(({ said }) => said[account]).map(({ letter }) => letter)
        const signs = own.filter(({ isLast }) => isLast).map(({ letter }) => letter)
        expect(signs.toSorted()).toEqual(letters.toSorted())
      }
    }),
  )
})
