import type { SeatId } from '@parley/protocol'
import { expect, test } from 'vitest'
import { loudnessOf, speakersOf } from './speakers.ts'

const a = 'a' as SeatId
const b = 'b' as SeatId

test('whoever is the loudest for a while is named where they begin, and a word between is not', () => {
  const levels = [
    { seat: a, levels: [0, 0.5, 0.5, 0, 0.5, 0, 0, 0.01, 0, 0, 0, 0, 0, 0, 0, 0] },
    { seat: b, levels: [0, 0, 0, 0.6, 0, 0, 0, 0, 0.4, 0.4, 0.4, 0, 0, 0.4, 0.4, 0] },
  ]

  expect(speakersOf(levels)).toEqual([
    { seat: a, at: 1 / 16 },
    { seat: b, at: 0.5 },
  ])
  expect(loudnessOf(levels).slice(0, 5)).toEqual([0, 0.5, 0.5, 0.6, 0.5])
})

test('where nobody speaks, or nothing is measured yet, nobody is named', () => {
  expect(speakersOf([])).toEqual([])
  expect(speakersOf([{ seat: a, levels: [0, 0.01, 0] }])).toEqual([])
})
