import type { SaidItem } from '@parley/call'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { seat } from '../callSamples/people.ts'
import {
  inOrder,
  itemAfter,
  NO_AGENDA,
  placeAfter,
  stepAgenda,
  type AgendaState,
  type HeardOfAgenda,
} from './agendaState.ts'

const [livia, josphat, odile] = [seat(0), seat(1), seat(2)]
const at = (n: number, part: number): SaidItem => ({ n, part, atMs: 0 })
const says = (
  who: HeardOfAgenda['seat'],
  said: HeardOfAgenda['said'] = {},
  mayMove = true,
): HeardOfAgenda => ({ seat: who, said, mayMove })

/** What one knows who was there for all of it. */
function after(...all: readonly (readonly HeardOfAgenda[])[]): AgendaState {
  return all.reduce(stepAgenda, NO_AGENDA)
}

test('an item counts from whoever may say it, with the name of whoever said it first (R66)', () => {
  const quiet = [says(livia), says(josphat), says(odile, {}, false)]

  const moved = after(quiet, [says(livia), says(josphat, { item: at(1, 2) })])
  const not = after(quiet, [says(odile, { item: at(1, 2) }, false)])

  expect([moved.item?.part, moved.by, not.item]).toEqual([2, josphat, undefined])
})

test('whoever repeats it takes nothing over, and an older word moves nothing back (R66)', () => {
  const said = { item: at(2, 3) }
  const quiet = [says(livia), says(josphat)]

  const state = after(
    quiet,
    [says(livia), says(josphat, said)],
    [says(livia, { item: at(1, 1) }), says(josphat, said)],
    [says(livia, said), says(josphat, said)],
  )

  expect([state.item?.part, state.by]).toEqual([3, josphat])
})

test('to whoever came later it is nobody’s word (R66)', () => {
  expect(after([says(livia, { item: at(4, 2) })])).toMatchObject({ item: at(4, 2), by: undefined })
})

test('two who say another item at one moment come to the same one everywhere (R66)', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 9 }))),
      (all) => {
        const words = all.map(([n, part]) => [says(livia, { item: at(n, part) })])

        expect(after([says(livia)], ...words).item).toEqual(
          after([says(livia)], ...words.toReversed()).item,
        )
      },
    ),
  )
})

test('a number far above the highest that is known is passed over, and the next one is one more (R66)', () => {
  const state = after([says(livia, { item: at(3, 1) })], [says(livia, { item: at(900_000, 2) })])

  expect(state.item).toEqual(at(3, 1))
  expect(itemAfter(state, { part: 2, nowMs: 5 })).toEqual({ n: 4, part: 2, atMs: 5 })
})

test('where the numbers have ended nothing is said that nobody would read', () => {
  const state = after([says(livia, { item: at(1_000_000, 1) })])

  expect(itemAfter(state, { part: 2, nowMs: 5 })).toBe(undefined)
})

test('who would like to speak stands in the order of the log, whatever number they give (R67)', () => {
  const quiet = [says(livia), says(josphat), says(odile)]
  const first = [says(livia), says(josphat, { asks: 5 }), says(odile)]
  const second = [says(livia, { asks: 1 }), says(josphat, { asks: 5 }), says(odile)]

  const state = after(quiet, first, second)

  expect(inOrder(state)).toEqual([josphat, livia])
  expect(placeAfter(state)).toBe(7)
})

test('to whoever comes later the numbers say the order (R67)', () => {
  expect(inOrder(after([says(livia, { asks: 4 }), says(josphat, { asks: 2 })]))).toEqual([
    josphat,
    livia,
  ])
})

test('whoever asks no more has no place, and is last when they ask again (R67)', () => {
  const state = after(
    [says(livia), says(josphat)],
    [says(livia, { asks: 1 }), says(josphat)],
    [says(livia, { asks: 1 }), says(josphat, { asks: 2 })],
    [says(livia), says(josphat, { asks: 2 })],
  )

  expect(inOrder(state)).toEqual([josphat])
  expect(
    inOrder(stepAgenda(state, [says(livia, { asks: 3 }), says(josphat, { asks: 2 })])),
  ).toEqual([josphat, livia])
})
