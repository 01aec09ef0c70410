import { expect, test } from 'vitest'
import { answersMs } from './interactions.ts'

test('of the events of one press the slowest counts, and a pointer that only moves does not', () => {
  const events = [
    { interaction: 0, name: 'pointerover', durationMs: 400 },
    { interaction: 7, name: 'pointerdown', durationMs: 24 },
    { interaction: 7, name: 'pointerup', durationMs: 56 },
    { interaction: 7, name: 'click', durationMs: 48 },
    { interaction: 14, name: 'keydown', durationMs: 16 },
  ]

  expect(answersMs(events)).toEqual([56, 16])
})
