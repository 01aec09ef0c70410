import { aidePlaceOf, SeatId } from '@parley/protocol'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { hasAide } from './hasAide.ts'

const seat = v.parse(SeatId, 'A'.repeat(11))
const place = aidePlaceOf(seat)
type Known = Parameters<typeof hasAide>[0]

function known(drives: SeatId | undefined, withdrawnVersion?: number): Known {
  const payload = { seat: place, drives, version: 2 }
  const passes = new Map([[place, { payload }]])
  const withdrawn =
    withdrawnVersion === undefined ? [] : [{ seat: place, passVersion: withdrawnVersion }]
  return { passes, lists: { withdrawn } } as unknown as Known
}

test('the place of an aide is its seat’s with every bit turned over, and the seat is the place’s', () => {
  expect(place).toBe('__________8')
  expect(aidePlaceOf(place)).toBe(seat)
})

test('a seat has an aide’s console from its pass on, until that is withdrawn (R60)', () => {
  expect(hasAide(known(seat), seat)).toBe(true)
  expect(hasAide(known(seat, 1), seat)).toBe(true)
  expect(hasAide(known(seat, 2), seat)).toBe(false)
})

test('a pass at that place that drives no seat is none of a console', () => {
  expect(hasAide(known(undefined), seat)).toBe(false)
  expect(hasAide({ ...known(seat), passes: new Map() }, seat)).toBe(false)
})
