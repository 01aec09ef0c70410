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
  expect(straying.overdue()).toEqual({ do: 'join-again', by: 'forked' })
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
  expect(straying.overdue()).toEqual({ do: 'join-again', by: 'behind' })

  straying.forget()
  straying.heard(message)
  straying.heard(old)
  clock.advance(6000)
  expect(straying.overdue()).toBe(undefined)
})

test('whoever cannot follow again within ten seconds waits for them to be over (R27)', () => {
  const clock = manualClock()
  const straying = new Straying(clock)
  const again = () => {
    straying.forget()
    straying.heard({ type: 'forked' })
    clock.advance(1000)
    return straying.overdue()?.do
  }

  expect(again()).toBe('join-again')
  expect(again()).toBe(undefined)
  clock.advance(8999)
  expect(straying.overdue()).toBe(undefined)
  clock.advance(1)
  expect(straying.overdue()?.do).toBe('join-again')
})

test('noise under the call’s key makes one join anew three times in five minutes, is then reported, and ends nobody’s call (R27)', () => {
  const clock = manualClock()
  const straying = new Straying(clock)
  const answers: string[] = []
  const listenFor = (ms: number) => {
    for (let passed = 0; passed < ms; passed += 250) {
      straying.heard({ type: 'forked' })
      const overdue = straying.overdue()
      if (overdue) answers.push(overdue.do)
      if (overdue?.do === 'join-again') straying.forget()
      clock.advance(250)
    }
  }

  listenFor(5 * 60_000)
  expect(answers).toEqual(['join-again', 'join-again', 'join-again', 'say-unsettled'])

  listenFor(60 * 60_000)
  const joins = answers.filter((answer) => answer === 'join-again')
  expect(joins.length).toBeLessThanOrEqual(3 * 13)
})

test('the founding of another group, told again and again, is not followed again and again', () => {
  const clock = manualClock()
  const straying = new Straying(clock)

  straying.heardFounding()
  expect(straying.overdue()).toEqual({ do: 'join-again', by: 'group-over' })
  straying.forget()
  straying.heardFounding()
  expect(straying.overdue()).toBe(undefined)
})
