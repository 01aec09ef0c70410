import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '../documents/prose.ts'
import { mergeBlocks } from './mergeBlocks.ts'

const paragraph = (text: string): Block => ({ is: 'paragraph', runs: [{ text }] })
const textOf = (block: Block) => ('runs' in block ? (block.runs[0]?.text ?? '') : '')
const merge = (base: string[], first: string[], second: string[]) => {
  const { body, clashes } = mergeBlocks({
    base: base.map(paragraph),
    first: first.map(paragraph),
    second: second.map(paragraph),
  })
  return {
    body: body.map(textOf),
    clashes: clashes.map((one) => [one.first.map(textOf), one.second.map(textOf)]),
  }
}

/** Lines as somebody leaves them: some as they were, some written anew, some taken out, some new. */
const edited = (base: string[], by: string) =>
  fc
    .array(fc.constantFrom('keep', 'keep', 'change', 'drop', 'add'), {
      minLength: base.length,
      maxLength: base.length,
    })
    .map((acts) =>
      base.flatMap((line, place) => {
        const act = acts[place]
        if (act === 'drop') return []
        if (act === 'change') return [`${line} ${by}`]
        return act === 'add' ? [line, `${by} ${place}`] : [line]
      }),
    )

const threeWays = fc
  .integer({ min: 0, max: 8 })
  .map((count) => Array.from({ length: count }, (_, n) => `line ${n}`))
  .chain((base) =>
    fc.record({ base: fc.constant(base), first: edited(base, 'A'), second: edited(base, 'B') }),
  )

test('what two consoles change in different places is all in the text', () => {
  const { body, clashes } = merge(
    ['one', 'two', 'three'],
    ['ONE', 'two', 'three'],
    ['one', 'two', 'THREE', 'four'],
  )

  expect(body).toEqual(['ONE', 'two', 'THREE', 'four'])
  expect(clashes).toEqual([])
})

test('a paragraph that both write differently stands in both wordings, the first saved first', () => {
  const { body, clashes } = merge(['one', 'two'], ['one', 'two of A'], ['one', 'two of B'])

  expect(body).toEqual(['one', 'two of A', 'two of B'])
  expect(clashes).toEqual([[['two of A'], ['two of B']]])
})

test('a paragraph that one changes and the other takes out stays', () => {
  expect(merge(['one'], [], ['one of B']).body).toEqual(['one of B'])
})

test('what one writes on, while the other only adds after it, is no clash', () => {
  const { body, clashes } = merge(['one'], ['one of A'], ['one', 'new of B'])

  expect(body).toEqual(['one of A', 'new of B'])
  expect(clashes).toEqual([])
})

test('nothing that either wrote is missing, whatever they changed', () => {
  fc.assert(
    fc.property(threeWays, ({ base, first, second }) => {
      const { body } = merge(base, first, second)
      const written = [...first, ...second].filter((line) => !base.includes(line))
      expect(written.filter((line) => !body.includes(line))).toEqual([])
    }),
  )
})

test('what nobody touched is there once, and what one took out and the other left is out', () => {
  fc.assert(
    fc.property(threeWays, ({ base, first, second }) => {
      const { body } = merge(base, first, second)
      const times = (line: string) => body.filter((one) => one === line).length
      const allowed = (line: string) => {
        const ways = [first, second].filter((way) => way.includes(line)).length
        return ways === 2 ? [1] : ways === 1 ? [0, 1] : [0]
      }
      for (const line of base) expect(allowed(line)).toContain(times(line))
    }),
  )
})

test('with one who changed nothing, the text is the other’s', () => {
  fc.assert(
    fc.property(threeWays, ({ base, first }) => {
      expect(merge(base, first, base).body).toEqual(first)
      expect(merge(base, base, first).body).toEqual(first)
      expect(merge(base, first, first)).toEqual({ body: first, clashes: [] })
    }),
  )
})
