import { expect, test } from 'vitest'
import { NO_LEVEL, onScale, stepLevel } from './greenRoomLevel.ts'

test('the peak takes the loudest at once and falls slowly', () => {
  const loud = stepLevel(NO_LEVEL, -10, 1000)

  const later = stepLevel(loud, -60, 2000)

  expect(loud.peak).toBe(-10)
  expect(later).toMatchObject({ dbfs: -60, peak: -22 })
})

test('the scale runs from 60 dB below full to full', () => {
  expect([-90, -60, -30, 0, 6].map(onScale)).toEqual([0, 0, 0.5, 1, 1])
})
