import { NO_FORKS, stepForks, type MediaEpoch } from '@parley/call'
import { openEnvelope, type EnvelopeTo } from '@parley/group'
import { caucusOf, PLENARY, type LeafIndex, type RoomId, type TrackNumber } from '@parley/protocol'
import { envelopeKeyOf } from '@parley/seal'
import { startServer, type RunningServer } from '@parley/server'
import type { FrameEngine } from '@parley/sframe/engine'
import { FrameRooms } from '@parley/sframe/rooms'
import { FakeMedia, planCall, type PlannedCall } from '@parley/testkit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenSeat } from '../enrolment/openSeat.ts'
import type { HeardWord } from '../room/roomSession.ts'
import { systemClock } from '../tools/systemClock.ts'
import { openCall } from './openCall.ts'
import { openCaucus, whyNoCaucus } from './openCaucus.ts'
import type { OpenRoom } from './openRoom.ts'

let running: RunningServer
let planned: PlannedCall
let opened: AsyncDisposableStack

/** Two of each side are cleared for its caucus, the third is not. */
const seatAt = (index: number) => (index % 3 === 2 ? { rooms: [PLENARY] } : {})

beforeEach(async () => {
  opened = new AsyncDisposableStack()
  running = opened.use(await startServer())
  planned = opened.use(await planCall(running, { seatsEach: 3, clock: systemClock, seatAt }))
})
afterEach(() => opened.disposeAsync())

const within = { timeout: 20_000, interval: 20 }
const chosen = { wantsCamera: false, camera: 'default', inputDevice: 'default' }

type Sitting = { seat: OpenSeat; plenary: Placed; caucus: Placed | undefined }
type Placed = OpenRoom & { media: FakeMedia; words: HeardWord[]; isConnected: () => boolean }

function place(room: OpenRoom, media: FakeMedia): Placed {
  const words: HeardWord[] = []
  let isConnected = false
  media.listen(({ type }) => (isConnected ||= type === 'media-back'))
  room.room.listen((event) => event.type === 'word' && words.push(event.heard))
  room.runner.send({ type: 'join-pressed', atMs: systemClock.nowMs(), chosen })
  return { ...room, media, words, isConnected: () => isConnected }
}

/** The person of that number goes into the plenary, and into the caucus of its side where it may. */
async function join(index: number): Promise<Sitting> {
  const of = planned.seats[index]
  if (!of) throw new Error('There are six')
  const seat = await planned.sit(of.seat)
  const media = [new FakeMedia(), new FakeMedia()] as const
  const call = opened.use(await openCall(seat, { media: media[0], clock: systemClock }))
  const plenary = place(call, media[0])
  await expect.poll(() => call.runner.call.joining.phase, within).toBe('in-call')
  const parts = { media: media[1], clock: systemClock, plenary: call }
  const beside = await openCaucus(seat, parts)
  return { seat, plenary, caucus: beside && place(opened.use(beside), media[1]) }
}

const seatsOf = (room: Placed | undefined) =>
  [...(room?.runner.call.members.values() ?? [])].map(({ seat }) => seat).toSorted()
const epochOf = (room: Placed | undefined): MediaEpoch => {
  const epoch = room?.media.epochs.at(-1)
  if (!epoch) throw new Error('One is in')
  return epoch
}

const heartbeats = (room: Placed | undefined) =>
  (room?.words ?? []).flatMap(({ word }) => (word.word === 'heartbeat' ? [word] : []))

/** Two of each side, in both rooms. */
async function four(): Promise<readonly [Sitting, Sitting, Sitting, Sitting]> {
  const people = [await join(0), await join(1), await join(3), await join(4)] as const
  for (const { plenary, caucus } of people) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is as good
    await expect.poll(() => seatsOf(plenary).length, within).toBe(4)
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await expect
      .poll(() => [seatsOf(caucus).length, caucus?.media.heldBack], within)
      .toEqual([2, undefined])
  }
  return people
}

test('each side has a caucus beside the plenary, with its own people and its own key (R51)', async () => {
  const [a, b, c, d] = await four()
  const keys = [a, b, c, d].map(({ caucus }) => epochOf(caucus).baseKey.toHex())

  expect(seatsOf(a.caucus)).toEqual([a, b].map(({ seat }) => seat.record.seat).toSorted())
  expect(seatsOf(c.caucus)).toEqual([c, d].map(({ seat }) => seat.record.seat).toSorted())
  expect([keys[0] === keys[1], keys[2] === keys[3], keys[0] === keys[2]]).toEqual([
    true,
    true,
    false,
  ])
  expect(keys).not.toContain(epochOf(a.plenary).baseKey.toHex())
})

test('one who is alone in the caucus waits there, and asks the media server for nothing (R51)', async () => {
  const first = await join(0)
  await expect.poll(() => first.caucus?.runner.call.joining.phase, within).toBe('in-call')
  expect([first.caucus?.media.heldBack, first.caucus?.isConnected()]).toEqual(['alone', false])

  const second = await join(1)
  await expect.poll(() => first.caucus?.isConnected(), within).toBe(true)
  await expect.poll(() => second.caucus?.isConnected(), within).toBe(true)
})

test('what is written in the caucus is read by one’s own side, and by nobody else (R51)', async () => {
  const [a, b, c, d] = await four()
  const written = { type: 'message-written', id: 'a', from: a.seat.record.seat } as const
  const text = 'Yes, if the gauge clause stays'
  a.caucus?.runner.send({ ...written, text, atMs: systemClock.nowMs() })
  await expect.poll(() => b.caucus?.runner.call.messages.length, within).toBe(1)

  expect(b.caucus?.runner.call.messages).toMatchObject([{ from: a.seat.record.seat, text }])
  const elsewhere = [a.plenary, b.plenary, c.plenary, d.plenary, c.caucus, d.caucus]
  expect(elsewhere.flatMap((room) => room?.runner.call.messages)).toEqual([])
})

test('heartbeats of a caucus report the plenary, of which all tell the same; those of the plenary name no room (R53)', async () => {
  const [a, b] = await four()
  const epochs = () => heartbeats(b.caucus).flatMap(({ rooms }) => rooms?.[PLENARY] ?? [])
  await expect.poll(() => epochs().length, within).toBeGreaterThan(0)
  const [epoch, authenticator] = heartbeats(b.caucus).at(-1)?.rooms?.[PLENARY] ?? [0, '']
  const forks = stepForks(NO_FORKS, {
    type: 'own-epoch',
    report: [epoch, authenticator],
    hasEntered: true,
  })

  expect(authenticator).toMatch(/^[\w-]{22}$/)
  expect(heartbeats(a.plenary).length).toBeGreaterThan(0)
  expect(heartbeats(a.plenary).filter((word) => 'rooms' in word)).toEqual([])
  expect(forks.own.get(epoch)).toBe(authenticator)
})

test('a seat that is not cleared has no caucus, whatever key it holds; a device without a key has none either (R51)', async () => {
  const of = planned.seats[2]
  if (!of) throw new Error('There are six')
  const seat = await planned.sit(of.seat)
  await seat.documents.caughtUp
  const secret = (await planned.sit(planned.seats[0]?.seat ?? of.seat)).record.sideSecret
  const given: OpenSeat = { ...seat, record: { ...seat.record, sideSecret: secret } }

  expect(seat.record.sideSecret).toBe(undefined)
  expect(whyNoCaucus(seat)).toBe('not-cleared')
  expect(whyNoCaucus(given)).toBe('not-cleared')
})

/** All that the server would give of a room's log. */
async function logOf({ connection }: OpenSeat, room: RoomId): Promise<readonly string[]> {
  const envelopes: string[] = []
  using _ = connection.subscribe((message) => {
    if (message.type === 'logged' && message.room === room) envelopes.push(message.envelope)
  })
  await connection.request({ type: 'follow-room', room, after: 0 })
  await expect.poll(() => envelopes.length, within).toBeGreaterThan(2)
  return envelopes
}

test('a device of one’s own side that is not cleared opens neither envelope nor frame of the caucus with all it has (R51)', async () => {
  const [a, b] = await four()
  const uncleared = await join(2)
  const { record } = uncleared.seat
  const room = caucusOf(record.side)
  const envelopes = await logOf(uncleared.seat, room)
  const known: EnvelopeTo[] = await Promise.all(
    [room, PLENARY].map(async (name) => ({
      key: await envelopeKeyOf(record.callSecret, name),
      call: record.call,
      room,
    })),
  )

  const readAs = (to: EnvelopeTo) => Promise.all(envelopes.map((one) => openEnvelope(to, one)))
  const own = a.seat.record.sideSecret
  if (!own) throw new Error('The first seat is cleared')
  const cleared = { key: await envelopeKeyOf(own, room), call: record.call, room }
  expect(uncleared.caucus).toBe(undefined)
  expect((await Promise.all(known.map(readAs))).flat().filter(Boolean)).toEqual([])
  expect((await readAs(cleared)).filter(Boolean)).toHaveLength(envelopes.length)

  const { frame, leaf, track } = await spoken(epochOf(a.caucus))
  expect(await openedBy(epochOf(b.caucus), { frame, leaf, track })).toEqual(SYLLABLE)
  for (const epoch of uncleared.plenary.media.epochs)
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    expect(typeof (await openedBy(epoch, { frame, leaf, track }))).toBe('string')
})

test('a desk of the other side is refused the log of a caucus, and so is its device (R51)', async () => {
  const of = planned.seats[3]
  const far = await planned.sit(of?.seat ?? planned.seats[0]!.seat)
  const room = caucusOf(planned.seats[0]!.side)

  await expect(
    far.connection.request({ type: 'follow-room', room, after: 0 }),
  ).rejects.toMatchObject({
    code: 'not-permitted',
  })
})

const SYLLABLE = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8])
const TRACK = 7 as TrackNumber
const stillClock = { nowMs: () => 0, after: () => ({ [Symbol.dispose]: () => undefined }) }

/** A frame worker that holds that epoch. */
async function workerIn({ epoch, baseKey, you, leaves, cause }: MediaEpoch): Promise<FrameEngine> {
  const installed = Promise.withResolvers<void>()
  const engine = new FrameRooms(
    stillClock,
    ({ type }) => type === 'epoch-installed' && installed.resolve(),
  ).engineOf('caucus')
  const since = leaves.map(({ leaf }) => ({ leaf, since: 0 }))
  engine.handle({
    do: 'install-epoch',
    epoch,
    baseKey: baseKey.slice(),
    you: you.leaf,
    leaves: since,
    cause,
  })
  engine.handle({ do: 'hold-back', isHeld: false })
  await installed.promise
  return engine
}

/** A syllable of whoever holds that epoch, as the media server has it. */
async function spoken(epoch: MediaEpoch) {
  const engine = await workerIn(epoch)
  engine.handle({ do: 'bind-sender', id: 1, track: TRACK, isMicrophone: true })
  engine.handle({ do: 'open-gate', ask: 1, track: TRACK })
  const frame = await engine.seal(1, {
    data: SYLLABLE,
    mimeType: 'audio/opus',
    isKeyFrame: false,
    arrivedAtMs: 0,
  })
  if (typeof frame === 'string') throw new Error(frame)
  return { frame, leaf: epoch.you.leaf, track: TRACK }
}

/** What a worker that holds that epoch makes of it, or why it makes nothing. */
async function openedBy(
  epoch: MediaEpoch,
  { frame, leaf, track }: { frame: Uint8Array<ArrayBuffer>; leaf: LeafIndex; track: TrackNumber },
): Promise<Uint8Array | string> {
  const engine = await workerIn(epoch)
  engine.handle({ do: 'bind-receiver', id: 2, leaf, track, isMicrophone: true })
  engine.handle({ do: 'set-bounds', leaf, track, bounds: { from: 0, after: undefined } })
  return engine.open(2, {
    data: frame,
    mimeType: 'audio/opus',
    isKeyFrame: false,
    arrivedAtMs: -10_000,
  })
}
