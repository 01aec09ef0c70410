import { LeafIndex } from '@parley/protocol'
import { manualClock } from '@parley/testkit'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { Straying } from './straying.ts'

const message = { type: 'message', from: v.parse(LeafIndex, 0), bytes: new Uint8Array() } as const
const old = { type: 'ignored', why: 'old-epoch' } as const

test('whoever cannot follow for a second joins anew, once (R27)', () => {
  const clock = manualClock()
  const straying = new Straying(clock)

  straying.heard({ type: 'forked' })
  clock.advance(999)
  expect(straying.overdue()).toBe(undefined)
  clock.advance(1)
  expect(straying.overdue()).toBe('forked')
  expect(straying.overdue()).toBe(undefined)
})

test('a word of one’s own epoch ends the straying', () => {
  const clock = manualClock()
  const straying = new Straying(clock)

  straying.heard({ type: 'behind', epoch: 9 })
  straying.heard(message)
  clock.advance(2000)

  expect(straying.overdue()).toBe(undefined)
})

test('whoever the others do not follow for five seconds after entering joins anew (R27)', () => {
  const clock = manualClock()
  const straying = new Straying(clock)

  straying.heard(old)
  clock.advance(4999)
  expect(straying.overdue()).toBe(undefined)
  clock.advance(1)
  expect(straying.overdue()).toBe('behind')

  straying.forget()
  straying.heard(message)
  straying.heard(old)
  clock.advance(6000)
  expect(straying.overdue()).toBe(undefined)
})
