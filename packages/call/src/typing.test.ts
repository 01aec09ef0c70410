import { ally, inCall, other, run, seated, seatOf, tickAt, you } from '@parley/testkit/twoInCall'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Call } from './callState.ts'
import type { CallEvent } from './callEvent.ts'
import { TYPED_FOR_MS, WORDS_AT_MOST } from './typing.ts'

function typed(text: string, { from = other, id = 'a', atMs = 1000 } = {}): CallEvent {
  return { type: 'typing-heard', from: seatOf(from), id, text, atMs }
}
function sent(id: string): CallEvent {
  return { type: 'text-heard', leaf: other, from: seatOf(other), id, text: 'Good', atMs: 1000 }
}
const lines = ({ typing }: Call) => [...typing.values()].map(({ text }) => text)
const after = (...events: readonly CallEvent[]) => lines(run(inCall, ...events)[0])

test('a line grows as it is typed, one of each seat (R59)', () => {
  expect(after(typed('G'), typed('Go'), typed('Bo', { from: you }))).toEqual(['Go', 'Bo'])
})

test('the message under its id takes its place, and no late letter brings it back (R59)', () => {
  expect(after(typed('Goo'), sent('a'))).toEqual([])
  expect(after(typed('Goo'), sent('a'), typed('Good'))).toEqual([])
  expect(after(typed('Goo', { id: 'b' }), sent('a'))).toEqual(['Goo'])
})

test('a line that is given up is gone (R59)', () => {
  expect(after(typed('Goo'), typed(''))).toEqual([])
  expect(after(typed('Goo', { id: 'b' }), typed('', { id: 'a' }))).toEqual(['Goo'])
})

test('a line goes with its author, and when its author counts no more (R59)', () => {
  const [call] = run(inCall, typed('Goo'))
  const held = {
    type: 'members-changed',
    atMs: 1000,
    members: [...call.members.values()].map((one) => ({ ...one, heldFor: 'withdrawn' })),
  } as const

  expect(lines(run(call, tickAt(1250))[0])).toEqual(['Goo'])
  expect(lines(run(call, { type: 'leave-heard', from: other }, tickAt(1250))[0])).toEqual([])
  expect(lines(run(call, seated(1000, you, ally), tickAt(1250))[0])).toEqual([])
  expect(lines(run(call, held, tickAt(1250))[0])).toEqual([])
})

test('a line that nothing is added to for 30 s goes (R59)', () => {
  const [call] = run(inCall, typed('Goo', { atMs: 0 }))

  expect(lines(run(call, tickAt(TYPED_FOR_MS - 1))[0])).toEqual(['Goo'])
  expect(lines(run(call, tickAt(TYPED_FOR_MS))[0])).toEqual([])
})

test('of one seat no more than twenty words in 5 s are taken, whatever their ids; giving up always counts (R59)', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.nat({ max: 700 })), { maxLength: 120 }),
      (words) => {
        let atMs = 0
        let call = inCall
        const changedAt: number[] = []
        for (const [id, gapMs] of words) {
          atMs += gapMs
          const [next] = run(call, typed(`${atMs}`, { id, atMs }))
          if (next.typing !== call.typing) changedAt.push(atMs)
          call = next
        }
        const [over] = run(call, typed('', { id: 'a', atMs }), typed('', { id: 'b', atMs }))
        expect(lines(over)).toEqual([])
        for (const from of changedAt) {
          const within = changedAt.filter((at) => at >= from && at < from + 5000)
          expect(within.length).toBeLessThanOrEqual(2 * WORDS_AT_MOST)
        }
      },
    ),
  )
})
