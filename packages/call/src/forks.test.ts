import { ally, other, seatOf } from '@parley/testkit/twoInCall'
import { expect, test } from 'vitest'
import { NO_FORKS, stepForks, type ForksEvent } from './forks.ts'

const own = (epoch: number, authenticator: string, hasEntered = false): ForksEvent => ({
  type: 'own-epoch',
  report: [epoch, authenticator],
  hasEntered,
})
const reported = (epoch: number, authenticator: string, by = ally): ForksEvent => ({
  type: 'reported',
  by: seatOf(by),
  report: [epoch, authenticator],
})
const told = (...events: readonly ForksEvent[]) => [...events.reduce(stepForks, NO_FORKS).forked]

test('two of a side who are in the same epochs are told nothing (R53)', () => {
  expect(
    told(own(4, 'a', true), reported(4, 'a'), own(5, 'b'), reported(4, 'a'), reported(5, 'b')),
  ).toEqual([])
})

test('one epoch with two authenticators is a fork once it was reported twice (R53)', () => {
  expect(told(own(4, 'a', true), reported(4, 'x'))).toEqual([])
  expect(told(own(4, 'a', true), reported(4, 'x'), reported(4, 'x'))).toEqual([seatOf(ally)])
  expect(told(own(4, 'a', true), own(5, 'b'), reported(4, 'x'), reported(5, 'y'))).toEqual([
    seatOf(ally),
  ])
})

test('each is told of alone, and a fork that was healed is told no more (R53)', () => {
  const forked = [own(4, 'a', true), reported(4, 'x'), reported(4, 'a', other), reported(4, 'x')]

  expect(told(...forked)).toEqual([seatOf(ally)])
  expect(told(...forked, own(9, 'c', true), reported(9, 'c'))).toEqual([])
})

test('a late report of the group that one has left is none of another room (R53)', () => {
  expect(told(own(3, 'a', true), own(3, 'b', true), reported(3, 'a'), reported(3, 'b'))).toEqual([])
  expect(told(own(3, 'a', true), own(1, 'b', true), reported(3, 'a'), reported(3, 'a'))).toEqual([])
})
