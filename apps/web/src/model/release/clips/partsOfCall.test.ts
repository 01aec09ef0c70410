import type { HeldPart } from '@parley/release'
import { expect, test } from 'vitest'
import { partsOfCall, type ToldParts } from './partsOfCall.ts'

const AGENDA = [
  { part: 1, open: true, minutes: 10, title: 'Opening' },
  { part: 2, open: false, minutes: 10, title: 'Talks' },
  { part: 3, open: true, minutes: 10, title: 'Statements' },
]
const held = (item: number, from: number, to: number | undefined, open?: HeldPart['open']) => {
  return { item, title: AGENDA[item - 1]?.title ?? '', from, to, open }
}
const shown = (told: ToldParts | undefined, recorded: [part: number, from: number, to: number][]) =>
  partsOfCall(
    AGENDA,
    recorded.map(([part, from, to]) => ({ part, from, to })),
    told,
  ).map(({ part, open, from, to }) => [part, open, from, to])

test('the whole call is drawn: what the record tells of it, and open parts as they were recorded', () => {
  const parts = [
    held(2, 0, 100_000),
    held(1, 100_000, 200_000, { from: 110_000, to: 190_000 }),
    held(2, 200_000, 300_000),
    held(3, 300_000, undefined, { from: 310_000, to: undefined }),
  ]

  expect(shown({ parts, until: 400_000 }, [[1, 110_400, 190_300]])).toEqual([
    [2, false, 0, 100_000],
    [1, false, 100_000, 110_000],
    [1, true, 110_400, 190_300],
    [1, false, 190_300, 200_000],
    [2, false, 200_000, 300_000],
    [3, false, 300_000, 310_000],
    [3, true, 310_000, 400_000],
  ])
})

test('a closed part that somebody recorded is drawn closed', () => {
  const parts = [held(2, 0, 100_000)]

  expect(shown({ parts, until: 100_000 }, [[2, 20_000, 40_000]])).toEqual([[2, false, 0, 100_000]])
})

test('without a record, and with an empty one, it is the recording that tells', () => {
  for (const told of [undefined, { parts: [], until: 0 }])
    expect(shown(told, [[1, 100, 200]])).toEqual([[1, true, 100, 200]])
})
