import { expect, test } from 'vitest'
import { seat } from '../callSamples/people.ts'
import {
  inOrder,
  NOBODY_ASKS,
  placeAfter,
  stepAsking,
  type AskingState,
  type HeardWish,
} from './askingToSpeak.ts'

const [livia, josphat, odile] = [seat(0), seat(1), seat(2)]
const asks = (who: HeardWish['seat'], place?: number): HeardWish => ({ seat: who, asks: place })

/** What one knows who was there for all of it. */
function after(...all: readonly (readonly HeardWish[])[]): AskingState {
  return all.reduce(stepAsking, NOBODY_ASKS)
}

test('who would like to speak stands in the order of the log, whatever number they give (R67)', () => {
  const state = after(
    [asks(livia), asks(josphat), asks(odile)],
    [asks(livia), asks(josphat, 5), asks(odile)],
    [asks(livia, 1), asks(josphat, 5), asks(odile)],
  )

  expect(inOrder(state)).toEqual([josphat, livia])
  expect(placeAfter(state)).toBe(7)
})

test('to whoever comes later the numbers say the order (R67)', () => {
  expect(inOrder(after([asks(livia, 4), asks(josphat, 2)]))).toEqual([josphat, livia])
})

test('whoever asks no more has no place, and is last when they ask again (R67)', () => {
  const state = after(
    [asks(livia), asks(josphat)],
    [asks(livia, 1), asks(josphat)],
    [asks(livia, 1), asks(josphat, 2)],
    [asks(livia), asks(josphat, 2)],
  )

  expect(inOrder(state)).toEqual([josphat])
  expect(inOrder(stepAsking(state, [asks(livia, 3), asks(josphat, 2)]))).toEqual([josphat, livia])
})
