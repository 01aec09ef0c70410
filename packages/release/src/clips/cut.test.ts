import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  closeUpOf,
  firstCut,
  LONGEST_MS,
  moveEdge,
  placeCut,
  SHORTEST_MS,
  stretchOf,
  writeEdge,
} from './cut.ts'
import { stretchesOf, type PartThatRan } from './stretches.ts'

const MINUTE = 60_000
const parts: readonly PartThatRan[] = [
  { part: 1, title: 'Opening', open: true, from: 0, to: 40 * MINUTE },
  { part: 2, title: 'Water', open: false, from: 40 * MINUTE, to: 115 * MINUTE },
  { part: 3, title: 'Close', open: true, from: 115 * MINUTE, to: 130 * MINUTE },
]
const all = stretchesOf(parts, [{ from: 0, to: 200 * MINUTE }])

test('a time that is written in another open part puts the clip there, and one of a closed part changes nothing', () => {
  const cut = { part: 1, from: MINUTE, to: 2 * MINUTE }
  const there = { part: 3, from: 116 * MINUTE, to: 117 * MINUTE }

  expect(writeEdge(cut, { edge: 'from', to: 1.5 * MINUTE }, all)).toEqual({
    ...cut,
    from: 1.5 * MINUTE,
  })
  expect(writeEdge(cut, { edge: 'to', to: 20 * MINUTE }, all).from).toBe(cut.from)
  expect(writeEdge(cut, { edge: 'from', to: 116 * MINUTE }, all)).toEqual(there)
  expect(writeEdge(cut, { edge: 'to', to: 117 * MINUTE }, all)).toEqual(there)
  expect(writeEdge(cut, { edge: 'from', to: 60 * MINUTE }, all)).toEqual(cut)
})

test('a cut may lie where an open part was recorded, and nowhere else (R94)', () => {
  const torn = stretchesOf(parts, [
    { from: 5 * MINUTE, to: 10 * MINUTE },
    { from: 20 * MINUTE, to: 50 * MINUTE },
    { from: 9 * MINUTE, to: 12 * MINUTE },
  ])

  expect(all.map(({ part, from, to }) => [part, from / MINUTE, to / MINUTE])).toEqual([
    [1, 0, 40],
    [3, 115, 130],
  ])
  expect(torn.map(({ part, from, to }) => [part, from / MINUTE, to / MINUTE])).toEqual([
    [1, 5, 12],
    [1, 20, 40],
  ])
})

test('wherever the handles and the cut are put, it stays in one stretch of an open part, and of a length that is allowed (R94)', () => {
  const move = fc.record({
    edge: fc.constantFrom('from' as const, 'to' as const, 'whole' as const),
    to: fc.integer({ min: -MINUTE, max: 200 * MINUTE }),
  })
  fc.assert(
    fc.property(fc.array(move), (moves) => {
      const first = firstCut(all)
      if (!first) throw new Error('There is one')
      const cut = moves.reduce(
        (now, { edge, to }) =>
          edge === 'whole' ? placeCut(now, to, all) : moveEdge(now, { edge, to }, all),
        first,
      )

      expect(stretchOf(cut, all)).toBeDefined()
      expect(cut.to - cut.from).toBeGreaterThanOrEqual(SHORTEST_MS)
      expect(cut.to - cut.from).toBeLessThanOrEqual(LONGEST_MS)
      expect(parts.find(({ part }) => part === cut.part)?.open).toBe(true)
    }),
  )
})

test('a moment of a closed part moves nothing', () => {
  const cut = { part: 1, from: 0, to: MINUTE }

  expect(placeCut(cut, 60 * MINUTE, all)).toBe(cut)
  expect(moveEdge(cut, { edge: 'to', to: 60 * MINUTE }, all).to).toBe(LONGEST_MS)
  expect(placeCut(cut, 129.5 * MINUTE, all)).toEqual({
    part: 3,
    from: 129 * MINUTE,
    to: 130 * MINUTE,
  })
})

test('where nothing was recorded there is no cut', () => {
  expect(firstCut(stretchesOf(parts, []))).toBe(undefined)
  expect(firstCut(stretchesOf(parts, [{ from: 41 * MINUTE, to: 114 * MINUTE }]))).toBe(undefined)
})

test('at large one sees the cut with what is around it, and nothing beyond the stretch', () => {
  const [stretch] = all
  if (!stretch) throw new Error('There is one')

  expect(closeUpOf({ part: 1, from: 0, to: MINUTE }, stretch)).toEqual({
    from: 0,
    to: 1.5 * MINUTE,
  })
  expect(closeUpOf({ part: 1, from: 10_000, to: 12_000 }, stretch)).toEqual({
    from: 5000,
    to: 17_000,
  })
})
