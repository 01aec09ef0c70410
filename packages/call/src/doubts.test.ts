import {
  camera,
  heartbeat,
  inCall,
  other,
  run,
  seated,
  seatOf,
  track,
  you,
} from '@parley/testkit/twoInCall'
import { expect, test } from 'vitest'
import type { CallEvent } from './callEvent.ts'
import type { Call } from './callState.ts'
import { doubtsOf, type Doubt } from './doubts.ts'

const [PICTURE, SCREEN] = [camera, track]
const announced = heartbeat(900, {
  tracks: [
    { number: PICTURE, kind: 'camera', name: 'picture' },
    { number: SCREEN, kind: 'screen', name: 'screen' },
  ],
})

function doubted(is: Doubt, atMs: number, of = PICTURE): CallEvent {
  return { type: 'doubted', leaf: other, track: of, is, atMs }
}

function doubtIn(call: Call, nowMs: number) {
  const member = call.members.get(other)
  return member && doubtsOf(member, { doubts: call.doubts, nowMs }).picture
}

test('a picture is in doubt since it was first told, until it is not told any more (R73, R119)', () => {
  const [call] = run(inCall, announced, doubted('unconfirmed', 1000), doubted('unconfirmed', 2000))

  expect(doubtIn(call, 4500)).toMatchObject({ is: 'unconfirmed', sinceMs: 1000 })
  expect(doubtIn(call, 4501)).toBeUndefined()
  expect(call.incidents).toEqual([])
})

test('a doubt that comes again, or is another, begins anew', () => {
  const [again] = run(inCall, announced, doubted('unconfirmed', 1000), doubted('unconfirmed', 9000))
  const [worse] = run(inCall, announced, doubted('unconfirmed', 1000), doubted('foreign', 2000))

  expect(doubtIn(again, 9000)?.sinceMs).toBe(9000)
  expect(doubtIn(worse, 2000)).toMatchObject({ is: 'foreign', sinceMs: 2000 })
})

test('that something is of another device stays told, once however long it lasts, of each that it is of (R73, R119)', () => {
  const all = [1000, 2000, 3000].flatMap((atMs) => [
    doubted('foreign', atMs),
    doubted('foreign', atMs, SCREEN),
  ])
  const [call] = run(inCall, announced, ...all)

  expect(call.incidents).toMatchObject([
    { type: 'foreign', seat: seatOf(other), of: 'picture', atMs: 1000 },
    { type: 'foreign', seat: seatOf(other), of: 'screen', atMs: 1000 },
  ])
})

test('nothing is thought of a leaf that is gone, of another that sits on its place, nor of what nobody announced', () => {
  const [gone] = run(inCall, announced, seated(500, you), doubted('foreign', 1000))
  const [another] = run(
    inCall,
    announced,
    doubted('foreign', 1000),
    seated(1100, you),
    seated(1200, you, other),
  )
  const [unannounced] = run(inCall, doubted('foreign', 1000))

  expect([gone.incidents, doubtIn(another, 1300)]).toEqual([[], undefined])
  expect([unannounced.incidents, doubtIn(unannounced, 1000)]).toEqual([[], undefined])
})
