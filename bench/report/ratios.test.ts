import { expect, test } from 'vitest'
import { ratiosOf } from './ratios.ts'
import { spreadOf } from './spread.ts'

test('each figure, of whichever visit, is held against the one that the yardstick has', () => {
  const ours = {
    byInCall: {
      2: { cold: { usableMs: spreadOf([300, 400, 600]) }, warm: { usableMs: spreadOf([200]) } },
    },
    notThere: 1,
    participantSecondsPerMinute: spreadOf([24, 26]),
  }
  const theirs = {
    byInCall: { 2: { usableMs: spreadOf([200]) } },
    participantSecondsPerMinute: spreadOf([20]),
  }

  expect(ratiosOf(ours, theirs)).toEqual({
    'byInCall.2.cold.usableMs': 2,
    'byInCall.2.warm.usableMs': 1,
    participantSecondsPerMinute: 1.25,
  })
})
