import { greenRoom } from '@parley/call'
import { LeafIndex, PLENARY, PublicKey, SeatId, SideId, TrackNumber } from '@parley/protocol'
import { FakeMedia, FakeRoom, manualClock } from '@parley/testkit'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { CallRunner } from './callRunner.ts'

const seat = v.parse(SeatId, 'A'.repeat(11))
const side = v.parse(SideId, 'A'.repeat(11))
const [you, other] = [0, 1].map((index) => v.parse(LeafIndex, index)) as [LeafIndex, LeafIndex]
const leafKey = v.parse(PublicKey, 'A'.repeat(43))

test('what one listens to is in a heartbeat within a second, and the floor is not named (R42)', async () => {
  const { clock, room, runner } = goIn()
  const beats = () => room.said.filter(({ word }) => word === 'heartbeat')
  clock.advance(1000)
  await expect.poll(() => beats().length).toBe(1)

  runner.send({ type: 'channel-chosen', channel: { side, language: 'fr' } })
  clock.advance(1250)
  await expect.poll(() => beats().length).toBe(2)
  runner.send({ type: 'channel-chosen', channel: undefined })
  clock.advance(1250)
  await expect.poll(() => beats().length).toBe(3)

  const [before, french, floor] = beats()
  expect(french).toMatchObject({ listens: { side, language: 'fr' } })
  for (const beat of [before, floor]) expect(beat).not.toHaveProperty('listens')
})

test('one’s own opening has its place among those of the others, once its word is back (R41)', async () => {
  const { room, runner } = goIn()
  const track = v.parse(TrackNumber, 3)
  runner.send({ type: 'opened-heard', from: other, track, first: 0, aim: {}, n: 1, atMs: 0 })

  runner.send({ type: 'microphone-pressed', aim: { into: 'fr' } })
  await expect.poll(() => room.said.at(-1)).toMatchObject({ open: { into: 'fr' } })

  await expect
    .poll(() => runner.call.members.get(you)?.microphone)
    .toMatchObject({ aim: { into: 'fr' }, order: 2 })
})

/** Two in the call. */
function goIn() {
  const [clock, media, room] = [manualClock(), new FakeMedia(), new FakeRoom()]
  const runner = new CallRunner(
    greenRoom(
      { seat, side, room: PLENARY },
      { wantsCamera: false, camera: 'default', inputDevice: 'default' },
    ),
    {
      clock,
      media,
      room,
      mediaDoor: { ask: async () => ({ url: '', token: '' }), isOfThisCall: async () => false },
    },
  )
  runner.send({ type: 'join-pressed', atMs: clock.nowMs() })
  clock.advance(0)
  room.tell({ type: 'entered', leaf: you, leafKey, epoch: 1, mustHear: 'nobody' })
  room.tell({
    type: 'epoch',
    epoch: {
      epoch: 1,
      baseKey: new Uint8Array(32),
      you: { leaf: you, identity: 'you' },
      leaves: [],
      cause: 'join',
    },
    members: [you, other].map((leaf) => ({
      leaf,
      seat,
      side,
      identity: `identity ${leaf}`,
      heldFor: undefined,
    })),
  })
  return { clock, media, room, runner }
}
