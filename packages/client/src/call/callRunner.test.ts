import { greenRoom, type Call } from '@parley/call'
import { LeafIndex, PLENARY, PublicKey, SeatId, SideId, TrackNumber } from '@parley/protocol'
import { FakeMedia, FakeRoom, manualClock } from '@parley/testkit'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { CallRunner } from './callRunner.ts'

const seat = v.parse(SeatId, 'A'.repeat(11))
const far = v.parse(SeatId, `${'B'.repeat(10)}A`)
const side = v.parse(SideId, 'A'.repeat(11))
const otherSide = v.parse(SideId, `${'B'.repeat(10)}A`)
const [you, other] = [0, 1].map((index) => v.parse(LeafIndex, index)) as [LeafIndex, LeafIndex]
const leafKey = v.parse(PublicKey, 'A'.repeat(43))
const track = v.parse(TrackNumber, 3)
const members = [
  { leaf: you, seat, side, identity: 'you', heldFor: undefined },
  { leaf: other, seat: far, side: otherSide, identity: 'other', heldFor: undefined },
]
const heartbeat = {
  word: 'heartbeat' as const,
  nextMs: 5000,
  microphone: { n: 0 },
  tracks: [],
  hears: new Set<LeafIndex>(),
  sees: new Set<LeafIndex>(),
}

const ask = async () => ({ url: 'ws://media', token: 'token' })

function start() {
  const clock = manualClock()
  const media = new FakeMedia()
  const room = new FakeRoom()
  const call: Call = greenRoom(
    { seat, side, room: PLENARY },
    { wantsCamera: true, camera: 'default', inputDevice: 'default' },
  )
  const runner = new CallRunner(call, { clock, media, room, askMediaTicket: ask })
  return { clock, media, room, runner }
}

/** Two in the call: the other was heard, nothing holds the media back. */
function startTogether() {
  const parts = start()
  const { clock, room, runner } = parts
  runner.send({ type: 'join-pressed', atMs: clock.nowMs() })
  clock.advance(0)
  room.tell({ type: 'entered', leaf: you, leafKey, epoch: 1, mustHear: 'anyone' })
  const epoch = {
    epoch: 1,
    baseKey: new Uint8Array(32),
    you: { leaf: you, identity: 'you' },
    leaves: [],
    cause: 'join' as const,
  }
  room.tell({ type: 'epoch', epoch, members })
  room.tell({
    type: 'word',
    heard: { from: other, areHeadsEqual: true, lacks: [], word: heartbeat },
  })
  return parts
}

test('a joiner is held back until it has heard a heartbeat with its own heads (R24)', () => {
  const { media, room } = startTogether()

  expect([room.joins, media.heldBack]).toEqual([1, undefined])
})

test('a microphone opens at its holder’s word alone, and the room hears its first counter', async () => {
  const { media, room, runner } = startTogether()

  runner.send({ type: 'microphone-pressed' })
  await expect.poll(() => room.said.at(-1)).toMatchObject({ word: 'microphone', n: 1 })

  expect(media.isGateOpen).toBe(true)
})

test('who joins late learns from a heartbeat that a microphone is open, and within which bounds', () => {
  const { media, room } = startTogether()
  const word = { ...heartbeat, microphone: { n: 4, open: { track, from: 812 } } }

  room.tell({ type: 'word', heard: { from: other, areHeadsEqual: true, lacks: [], word } })

  expect(media.bounds.get('1/3')).toEqual({ from: 812, after: undefined })
})

test('what was written while the line was lost is said once it is back, and once only', async () => {
  const { room, runner } = startTogether()
  room.isLineLost = true
  runner.send({ type: 'message-written', id: 'a', from: seat, text: 'One moment', atMs: 1 })

  room.isLineLost = false
  room.tell({ type: 'socket-back' })
  await expect.poll(() => runner.call.messages[0]?.state).toBe('sent')

  expect(room.said.filter(({ word }) => word === 'text')).toHaveLength(1)
})

test('a leaver says so, and then lets go of room and media', async () => {
  const { media, room, runner } = startTogether()

  runner.send({ type: 'leave-pressed' })
  await expect.poll(() => room.isDisposed).toBe(true)

  expect(room.said.at(-1)).toEqual({ word: 'leave' })
  expect([media.isDisposed, media.heldBack]).toEqual([true, 'not-in-call'])
})

test('beside a leaf that is held nothing goes out, and nothing of it is taken (R22)', () => {
  const { media, room } = startTogether()

  room.tell({
    type: 'standing-changed',
    members: members.map((member) =>
      member.leaf === other ? { ...member, heldFor: 'withdrawn' } : member,
    ),
  })

  expect(media.heldBack).toBe('held')
  expect(media.roster).toEqual([{ leaf: other, identity: 'other', tracks: [] }])
})
