import { Hash, SideId } from '@parley/protocol'
import type { JointState, Prose } from '@parley/release'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { linesToTranslate, translated } from './translating.ts'

const LINE = v.parse(Hash, 'A'.repeat(43))
const body: Prose = [
  { is: 'heading', level: 2, runs: [{ text: 'Water' }] },
  { is: 'paragraph', runs: [{ text: 'They ' }, { text: 'agreed', strong: true }] },
  { is: 'list', ordered: false, items: [[{ text: 'one' }], [{ text: 'two' }]] },
  { is: 'paragraph', runs: [{ text: 'We meet again.' }], joint: LINE },
]
const joint = (texts: { language: string; text: string }[]): JointState[] => [
  {
    n: 1,
    newest: {
      hash: LINE,
      texts,
      at: 0,
      by: v.parse(SideId, 'AAAAAAAAAAA'),
      standing: { is: 'agreed' },
    },
    agreed: undefined,
    earlier: [],
  },
]

test('each line is translated by itself, and a joint line not at all', () => {
  expect(linesToTranslate({ title: 'Talks', body })).toEqual([
    'Talks',
    'Water',
    'They agreed',
    'one',
    'two',
  ])
})

test('the text is put together again in its form, a joint line in the words that were agreed on', () => {
  const lines = ['Entretien', 'Eau', 'D’accord', 'un', 'deux']

  const done = translated(body, {
    lines,
    language: 'fr',
    joint: joint([{ language: 'fr', text: 'Nous nous reverrons.' }]),
  })

  expect(done.title).toBe('Entretien')
  expect(done.body).toEqual([
    { is: 'heading', level: 2, runs: [{ text: 'Eau' }] },
    { is: 'paragraph', runs: [{ text: 'D’accord' }] },
    { is: 'list', ordered: false, items: [[{ text: 'un' }], [{ text: 'deux' }]] },
    { is: 'paragraph', runs: [{ text: 'Nous nous reverrons.' }], joint: LINE },
  ])
})

test('a line that was not agreed on in that language is no joint line there', () => {
  const done = translated(body, { lines: [], language: 'fr', joint: joint([]) })

  expect(done.body.at(-1)).toEqual({ is: 'paragraph', runs: [{ text: 'We meet again.' }] })
})
