import { inCall, other, run, seated, seatOf, you } from '@parley/testkit/twoInCall'
import { expect, test } from 'vitest'
import type { CallEvent } from './callEvent.ts'
import type { Call } from './callState.ts'
import { doubtOf, type Doubt } from './doubts.ts'

function doubted(is: Doubt, atMs: number): CallEvent {
  return { type: 'sound-doubted', leaf: other, is, atMs }
}

function doubtIn(call: Call, nowMs: number) {
  const member = call.members.get(other)
  return member && doubtOf(member, { doubts: call.doubts, nowMs })
}

test('sound is in doubt since it was first told, until it is not told any more (R73)', () => {
  const [call] = run(inCall, doubted('unconfirmed', 1000), doubted('unconfirmed', 2000))

  expect(doubtIn(call, 4500)).toMatchObject({ is: 'unconfirmed', sinceMs: 1000 })
  expect(doubtIn(call, 4501)).toBeUndefined()
  expect(call.incidents).toEqual([])
})

test('a doubt that comes again, or is another, begins anew', () => {
  const [again] = run(inCall, doubted('unconfirmed', 1000), doubted('unconfirmed', 9000))
  const [worse] = run(inCall, doubted('unconfirmed', 1000), doubted('foreign', 2000))

  expect(doubtIn(again, 9000)?.sinceMs).toBe(9000)
  expect(doubtIn(worse, 2000)).toMatchObject({ is: 'foreign', sinceMs: 2000 })
})

test('that sound is of another device stays told, once however long it lasts (R73)', () => {
  const [call] = run(inCall, ...[1000, 2000, 3000].map((atMs) => doubted('foreign', atMs)))

  expect(call.incidents).toMatchObject([{ type: 'foreign-sound', seat: seatOf(other), atMs: 1000 }])
})

test('nothing is thought of a leaf that is gone, nor of another that sits on its place', () => {
  const [gone] = run(inCall, seated(500, you), doubted('foreign', 1000))
  const [another] = run(
    inCall,
    doubted('foreign', 1000),
    seated(1100, you),
    seated(1200, you, other),
  )

  expect([gone.incidents, doubtIn(another, 1300)]).toEqual([[], undefined])
})
