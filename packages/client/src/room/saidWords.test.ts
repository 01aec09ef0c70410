import { expect, test } from 'vitest'
import { ConnectionLost } from '../connection.ts'
import type { Word } from './roomSession.ts'
import { SaidWords } from './saidWords.ts'

const text: Word = { word: 'text', id: 'm1', text: 'Bun di', atMs: 1 }
const late = { type: 'ignored', why: 'old-epoch' } as const

function start() {
  const words = new SaidWords()
  const again: Word[] = []
  const sayAgain = async (word: Word) => void again.push(word)
  return { words, again, sayAgain }
}

test('a word that came too late for its epoch is said again, once, and counts as heard then', async () => {
  const { words, again, sayAgain } = start()
  const heardLate = words.said('late', text)
  const heard = words.said('in-time', { ...text, id: 'm2' })

  words.cameBack('in-time', { type: 'ignored', why: 'own' }, sayAgain)
  await heard
  expect(again).toEqual([])
  words.cameBack('late', late, sayAgain)
  words.cameBack('late', late, sayAgain)

  await heardLate
  expect(again).toEqual([text])
})

test('a word that may not be said again, or whose place is left, is not taken for heard', async () => {
  const { words } = start()
  const refused = words.said('late', text)
  const left = words.said('on its way', text)

  words.cameBack('late', late, () => Promise.reject(new ConnectionLost('Somebody is held')))
  words.forget()

  await expect(refused).rejects.toThrow('Somebody is held')
  await expect(left).rejects.toThrow(ConnectionLost)
})

test('words that never come back do not fill the memory', () => {
  const { words, again, sayAgain } = start()
  for (let n = 0; n < 1000; n++) words.said(`lost ${n}`, text).catch(() => undefined)

  for (let n = 0; n < 1000; n++) words.cameBack(`lost ${n}`, late, sayAgain)

  expect(again.length).toBe(256)
})

test('a heartbeat that came back in its epoch is told, and one that came too late is not said again', () => {
  const { words, again, sayAgain } = start()
  const heartbeat: Word = {
    word: 'heartbeat',
    nextMs: 5000,
    microphone: { n: 3 },
    tracks: [],
    hears: new Set(),
    sees: new Set(),
  }
  void words.said('late', heartbeat)
  void words.said('in-time', heartbeat)

  const told = ['late', 'in-time'].map((envelope) =>
    words.cameBack(
      envelope,
      envelope === 'late' ? late : { type: 'ignored', why: 'own' },
      sayAgain,
    ),
  )

  expect([told, again]).toEqual([[undefined, heartbeat], []])
})
