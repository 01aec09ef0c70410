import { greenRoom, type Call } from '@parley/call'
import { CallRunner } from '@parley/client'
import { LeafIndex, PLENARY, PublicKey, SeatId, SideId } from '@parley/protocol'
import * as v from 'valibot'
import { FakeMedia } from './fakeMedia.ts'
import { FakeRoom } from './fakeRoom.ts'
import { manualClock } from './manualClock.ts'

/** Of whoever's runner it is, and of the other one, of another side. */
export const seat = v.parse(SeatId, 'A'.repeat(11))
export const far = v.parse(SeatId, `${'B'.repeat(10)}A`)
const side = v.parse(SideId, 'A'.repeat(11))
const otherSide = v.parse(SideId, `${'B'.repeat(10)}A`)
export const [you, other] = [0, 1].map((index) => v.parse(LeafIndex, index)) as [
  LeafIndex,
  LeafIndex,
]
export const leafKey = v.parse(PublicKey, 'A'.repeat(43))
/** Two whose passes count. */
export const members = [
  { leaf: you, seat, side, identity: 'you', heldFor: undefined },
  { leaf: other, seat: far, side: otherSide, identity: 'other', heldFor: undefined },
]
/** The same, once the other one's pass does not count any more. */
export const heldMembers = members.map((member) =>
  member.leaf === other ? { ...member, heldFor: 'withdrawn' } : member,
)

/** Of somebody with a closed microphone, who plays nothing. */
export const heartbeat = {
  word: 'heartbeat' as const,
  nextMs: 5000,
  microphone: { n: 0 },
  tracks: [],
  hears: new Set<LeafIndex>(),
  sees: new Set<LeafIndex>(),
}

const ask = async () => ({ url: 'ws://media', token: 'token' })

/** A runner in its green room, with a room and media that note what they are told. */
export function startRunner({ attests }: { attests?: () => boolean } = {}) {
  const clock = manualClock()
  const media = new FakeMedia()
  const room = new FakeRoom()
  const call: Call = greenRoom(
    { seat, side, room: PLENARY },
    { wantsCamera: true, camera: 'default', inputDevice: 'default' },
  )
  const runner = new CallRunner(call, {
    clock,
    media,
    room,
    mediaDoor: { ask, isOfThisCall: async () => false },
    attests,
  })
  return { clock, media, room, runner }
}

/** Two in the call: the other was heard, nothing holds the media back. */
export function startTogether(how: Parameters<typeof startRunner>[0] = {}) {
  const parts = startRunner(how)
  goIn(parts)
  parts.room.tell({
    type: 'word',
    heard: { from: other, lists: 'same', lacks: [], word: heartbeat },
  })
  return parts
}

/** The log takes the joining commit: the other sits there already. */
export function goIn({
  clock,
  room,
  runner,
}: Pick<ReturnType<typeof startRunner>, 'clock' | 'room' | 'runner'>) {
  runner.send({ type: 'join-pressed', atMs: clock.nowMs() })
  clock.advance(0)
  room.tell({ type: 'entered', leaf: you, leafKey, epoch: 1, mustHear: 'anyone' })
  reach(room, 1)
}

/** The room is in that epoch, which a joining made. */
export function reach(room: FakeRoom, epoch: number) {
  const from = { you: { leaf: you, identity: 'you' }, leaves: [], cause: 'join' } as const
  room.tell({ type: 'epoch', epoch: { epoch, baseKey: new Uint8Array(32), ...from }, members })
}

/** The other one is held from now on. */
export function hold(room: FakeRoom) {
  room.tell({ type: 'standing-changed', members: heldMembers })
}
