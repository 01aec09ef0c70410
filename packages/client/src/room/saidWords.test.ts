import { expect, test } from 'vitest'
import type { Word } from './roomSession.ts'
import { SaidWords } from './saidWords.ts'

const text: Word = { word: 'text', id: 'm1', text: 'Bun di', atMs: 1 }

test('a word that came too late for its epoch is said again, once', () => {
  const words = new SaidWords()
  words.said('late', text)
  words.said('in-time', { ...text, id: 'm2' })

  expect(words.cameBack('in-time', { type: 'ignored', why: 'own' })).toBe(undefined)
  expect(words.cameBack('late', { type: 'ignored', why: 'old-epoch' })).toEqual(text)
  expect(words.cameBack('late', { type: 'ignored', why: 'old-epoch' })).toBe(undefined)
})
