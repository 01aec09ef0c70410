import { LeafIndex } from '@parley/protocol'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { HeardTexts } from './heardTexts.ts'
import { OwnTexts } from './ownTexts.ts'
import type { HeardWord, Word } from './roomSession.ts'

const from = v.parse(LeafIndex, 1)
const quiet = { nextMs: 5000, microphone: { n: 0 }, tracks: [], hears: new Set<never>() } as const
const beat: Word = { word: 'heartbeat', ...quiet, sees: new Set() }
const text = (id: string): Word => ({ word: 'text', id, text: id, atMs: 0 })

/** As another device hears it. */
const heard = (word: Word): HeardWord => ({ from, lists: 'same', lacks: [], word })

/** Says those in their order; the numbered words. */
function says(own: OwnTexts, ...words: readonly Word[]): HeardWord[] {
  return words.map((word) => {
    const numbered = own.numbered(word)
    own.cameBack(numbered)
    return heard(numbered)
  })
}

test('a text that does not come is missed with the second heartbeat after it, once (R74)', () => {
  const texts = new HeardTexts()
  const [before, one, , three, first, second, third] = says(
    new OwnTexts(),
    beat,
    text('a'),
    text('b'),
    text('c'),
    beat,
    beat,
    beat,
  )
  const came = [before, one, three, first, second, third].filter((word) => word !== undefined)

  expect(came.map((word) => texts.hear(word))).toEqual([false, false, false, false, true, false])
})

test('what is turned round, or was written before one came, is not missed (R74)', () => {
  const [, b, c, first, second] = says(
    new OwnTexts(),
    text('a'),
    text('b'),
    text('c'),
    beat,
    beat,
  ) as [HeardWord, HeardWord, HeardWord, HeardWord, HeardWord]

  for (const order of [
    [b, c, first, second],
    [b, first, c, second],
    [first, b, c, second],
  ]) {
    const texts = new HeardTexts()
    expect(order.map((word) => texts.hear(word))).not.toContain(true)
  }
})

test('a text that is said again keeps its number, and counts once it is in the log (R74)', () => {
  const own = new OwnTexts()
  const [lost, again] = [own.numbered(text('a')), own.numbered(text('a'))]
  expect([lost, own.numbered(beat)]).toEqual([{ ...text('a'), n: 1 }, beat])

  own.cameBack(again)

  expect(own.numbered(beat)).toEqual({ ...beat, texts: 1 })
})

test('of another leaf at the same place nothing is missed that the one before wrote (R74)', () => {
  const texts = new HeardTexts()
  const seat = (identity: string) => texts.seat([{ leaf: from, identity }])
  const [first, , , one] = says(new OwnTexts(), beat, text('a'), text('b'), beat)
  seat('before')
  if (first) texts.hear(first)
  if (one) texts.hear(one)

  seat('after')

  const anew = says(new OwnTexts(), beat, text('c'), beat, beat)
  expect(anew.map((word) => texts.hear(word))).not.toContain(true)
})
