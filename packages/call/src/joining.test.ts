import { LeafIndex } from '@parley/protocol'
import {
  ally,
  inCall,
  leafKey,
  other,
  run,
  seated,
  secondKey,
  start,
  you,
} from '@parley/testkit/twoInCall'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { whyHeldBack } from './sending.ts'
import type { CallEvent } from './callEvent.ts'

const again = (atMs: number): CallEvent => ({ type: 'must-join-again', by: 'forked', atMs })
const entered = (epoch: number): CallEvent => {
  return { type: 'entered', leaf: you, leafKey: secondKey, epoch, mustHear: 'anyone' }
}

test('one joins anew at once, and then once in 10 s at most, also where the joining succeeded (R27)', () => {
  const [, first] = run(inCall, again(20_000))
  const [, second] = run(inCall, again(20_000), entered(7), again(22_000))
  const [, later] = run(inCall, again(20_000), entered(7), again(31_000))

  expect(first).toContainEqual({ do: 'join', afterMs: 0 })
  expect(second.filter((effect) => effect.do === 'join')).toEqual([
    { do: 'join', afterMs: 0 },
    { do: 'join', afterMs: 8000 },
  ])
  expect(later.at(-1)).toEqual({ do: 'join', afterMs: 0 })
})

test('a joining that waits for its time is not asked for again', () => {
  const [waiting] = run(inCall, again(20_000), entered(7), again(22_000))
  const [, effects] = run(waiting, again(22_500), again(23_000))

  expect(effects).toEqual([])
})

test('a joiner whose own side goes before it was heard waits for anyone (R24)', () => {
  const third = v.parse(LeafIndex, 3)
  const [joined] = run(
    start,
    { type: 'join-pressed', atMs: 0 },
    { type: 'entered', leaf: third, leafKey, epoch: 4, mustHear: 'own-side' },
    seated(0, other, ally),
    { type: 'fresh-heartbeat-heard', from: 'another-side' },
  )
  const [fresh] = run(joined, seated(40_000, other), {
    type: 'fresh-heartbeat-heard',
    from: 'another-side',
  })

  expect([joined.joining.phase, fresh.joining.phase]).toEqual(['not-fresh', 'in-call'])
})

test('whoever opens the room anew is alone in it at once: nothing goes out to the group before (R23)', () => {
  const [call] = run(
    inCall,
    { type: 'must-join-again', by: 'group-over', atMs: 9000 },
    {
      type: 'entered',
      leaf: you,
      leafKey: secondKey,
      epoch: 0,
      mustHear: 'nobody',
    },
  )

  expect(whyHeldBack(call.joining, call.members)).toEqual({ because: 'alone' })
})
