import { expect, test } from 'vitest'
import { seat } from '../callSamples/people.ts'
import { stepFloorUp } from './floorUnder.ts'

const onAir = seat(5)

test('the floor comes up when the interpreter is silent for 2.5 s while it speaks, and not in both their silence (R43)', () => {
  const isUp = [
    { floorHeardMs: 3499, nowMs: 3499 },
    { floorHeardMs: 3500, nowMs: 3500 },
    { floorHeardMs: 2000, nowMs: 3500 },
  ].map((now) => stepFloorUp(false, { onAir, heardMs: 1000, ...now }))

  expect(isUp).toEqual([false, true, false])
})

test('it goes down with the first sound of the interpreter, and stays up until then (R43)', () => {
  const silent = { onAir, heardMs: 1000, floorHeardMs: 4000, nowMs: 60_000 }

  expect(stepFloorUp(true, silent)).toBe(true)
  expect(stepFloorUp(true, { ...silent, heardMs: 60_000 })).toBe(false)
})

test('while nobody interprets the floor is up, also when one has just opened and says nothing (R43)', () => {
  const nobody = { onAir: undefined, heardMs: undefined, floorHeardMs: undefined, nowMs: 0 }

  const isUp = stepFloorUp(false, nobody)

  expect([isUp, stepFloorUp(isUp, { ...nobody, onAir })]).toEqual([true, true])
})
