import { expect, test } from 'vitest'
import { seat } from '../callSamples/people.ts'
import { behindMs, NOTHING_BEHIND, stepBehind } from './behind.ts'

const neema = seat(6)
type Said = readonly (readonly [fromMs: number, toMs: number])[]

/** What is measured, ten times a second for so long, of a floor and an interpreter who speak then. */
function measured(floor: Said, interpreter: Said, forMs: number): number | undefined {
  const isIn = (said: Said, atMs: number) => said.some(([from, to]) => atMs >= from && atMs < to)
  let behind = NOTHING_BEHIND
  for (let nowMs = 0; nowMs <= forMs; nowMs += 100)
    behind = stepBehind(behind, {
      isFloorHeard: isIn(floor, nowMs),
      heard: new Map([[neema, isIn(interpreter, nowMs)]]),
      nowMs,
    })
  return behindMs(behind, neema)
}

test('a relay is as far behind as its beginning is after that of the floor (R68)', () => {
  expect(measured([[2000, 9000]], [[5000, 12_000]], 15_000)).toBe(3000)
})

test('a breath is no new beginning, neither of the floor nor of the interpreter', () => {
  const floor: Said = [
    [2000, 4000],
    [4500, 9000],
  ]
  const interpreter: Said = [
    [4400, 6000],
    [6900, 9000],
  ]

  expect(measured(floor, interpreter, 15_000)).toBe(2400)
})

test('what somebody who comes in finds going on is not taken for a beginning', () => {
  expect(measured([[0, 9000]], [[3000, 9000]], 12_000)).toBe(undefined)
})

test('of an interpreter who still speaks when the floor begins nothing is measured', () => {
  expect(
    measured(
      [[5000, 9000]],
      [
        [2000, 6000],
        [7500, 9000],
      ],
      12_000,
    ),
  ).toBe(undefined)
})

test('an interpreter who says nothing for 15 s is not measured by what comes after', () => {
  expect(measured([[2000, 6000]], [[18_000, 20_000]], 22_000)).toBe(undefined)
})

test('of several the middle one counts, so that one odd beginning does not show', () => {
  const floor: Said = [2000, 22_000, 42_000].map((at) => [at, at + 5000])
  const interpreter: Said = [4000, 25_000, 56_000].map((at) => [at, at + 1000])

  expect(measured(floor, interpreter, 60_000)).toBe(3000)
})
