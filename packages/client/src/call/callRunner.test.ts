import type { Call } from '@parley/call'
import {
  goIn,
  heartbeat,
  heldMembers,
  hold,
  leafKey,
  members,
  other,
  startRunner,
  startTogether,
  you,
} from '@parley/testkit/startedRunner'
import { PublicKey, TrackNumber } from '@parley/protocol'
import * as v from 'valibot'
import { expect, test } from 'vitest'

const anotherKey = v.parse(PublicKey, `${'B'.repeat(42)}A`)
const track = v.parse(TrackNumber, 3)

test('the way in begins within the click, before anything that is drawn because of it', () => {
  const { clock, room, runner } = startRunner()

  runner.send({ type: 'join-pressed', atMs: clock.nowMs() })

  expect(room.joins).toBe(1)
})

test('in the green room all is made ready with the devices that are open, and the press only lets it go', () => {
  const { clock, media, room, runner } = startRunner()
  const ready = { camera: 'front', microphone: 'desk' }
  const chosen = { wantsCamera: true, camera: 'front', inputDevice: 'desk' }

  runner.send({ type: 'devices-readied', ready })
  const [ahead, heldBack] = [media.wanted, media.heldBack]
  runner.send({ type: 'join-pressed', atMs: clock.nowMs(), chosen })

  expect(ahead).toEqual({ ...ready, screen: false, isAhead: true })
  expect(heldBack).toBe('not-in-call')
  expect(media.wanted).toEqual({ ...ready, screen: false, isAhead: false })
  expect(runner.call.publishing.tracks).toHaveLength(1)
  expect([room.joins, media.heldBack]).toEqual([1, 'not-in-call'])
})

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

test('a microphone whose device is gone closes, says so, and the room hears where it ended', async () => {
  const { media, room, runner } = startTogether()
  runner.send({ type: 'microphone-pressed' })
  await expect.poll(() => runner.call.microphone.phase).toBe('open')

  media.tell({ type: 'microphone-lost' })
  await expect.poll(() => room.said.at(-1)).toMatchObject({ word: 'microphone', closed: {} })

  expect(runner.call.microphone).toMatchObject({ phase: 'closed', by: 'device-lost' })
  expect(media.isGateOpen).toBe(false)
})

test('when frames stop one joins again, with a closed microphone, and the screen can say why', async () => {
  const { clock, media, room, runner } = startTogether()
  runner.send({ type: 'microphone-pressed' })
  await expect.poll(() => runner.call.microphone.phase).toBe('open')

  media.tell({ type: 'frames-stopped' })
  await expect.poll(() => media.isGateOpen).toBe(false)
  clock.advance(0)

  expect(runner.call.joining).toMatchObject({ phase: 'joining', again: 'frames-stopped' })
  expect(runner.call.microphone).toMatchObject({ phase: 'without-leaf', by: 'new-leaf' })
  expect([room.joins, media.heldBack]).toEqual([2, 'not-in-call'])
})

test('who joins late learns from a heartbeat that a microphone is open, and within which bounds', () => {
  const { media, room } = startTogether()
  const word = { ...heartbeat, microphone: { n: 4, open: { track, from: 812 } } }

  room.tell({ type: 'word', heard: { from: other, lists: 'same', lacks: [], word } })

  expect(media.bounds.get('1/3')).toEqual({ from: 812, after: undefined })
})

test('a heartbeat says what this device measured of its line, in whole milliseconds, and nothing before (R38)', async () => {
  const { clock, media, room } = startTogether()
  const beats = () => room.said.filter(({ word }) => word === 'heartbeat')
  clock.advance(1000)
  await expect.poll(() => beats().length).toBe(1)

  media.tell({ type: 'way-measured', lineMs: 139.6, buffersMs: new Map() })
  clock.advance(5000)
  await expect.poll(() => beats().length).toBe(2)

  expect(beats()[0]).not.toHaveProperty('lineMs')
  expect(beats()[1]).toMatchObject({ lineMs: 140 })
})

test('a leaver says so, and then lets go of room and media', async () => {
  const { media, room, runner } = startTogether()

  runner.send({ type: 'leave-pressed' })
  await expect.poll(() => room.isDisposed).toBe(true)

  expect(room.said.at(-1)).toEqual({ word: 'leave' })
  expect([media.isDisposed, media.heldBack]).toEqual([true, 'not-in-call'])
})

test('a call is over for whoever left once that is in the log, and not before', async () => {
  const { clock, room, runner } = startTogether()
  let isOver = false
  void runner.over.then(() => (isOver = true))
  room.isLineDead = true

  runner.send({ type: 'leave-pressed' })
  await expect.poll(() => runner.call.joining.phase).toBe('ended')
  await Promise.resolve()
  expect(isOver).toBe(false)

  clock.advance(1000)
  await expect.poll(() => isOver).toBe(true)
})

test('what the media tell while they are brought to a new state comes after it: nobody hears an older state last', () => {
  const { clock, room, runner } = startRunner()
  const heard: Call[] = []
  runner.listen((call) => heard.push(call))

  runner.send({ type: 'join-pressed', atMs: clock.nowMs() })
  room.tell({ type: 'entered', leaf: you, leafKey, epoch: 1, mustHear: 'anyone' })

  expect(heard.at(-1)).toBe(runner.call)
  expect(heard.at(-1)?.publishing.tracks).toHaveLength(1)
})

test('whoever joins anew keeps camera and shared screen, and sends nothing of them meanwhile', () => {
  const { media, room, runner } = startTogether()
  runner.send({ type: 'screen-pressed' })

  room.tell({ type: 'must-join-again', by: 'forked' })

  expect(media.wanted).toEqual({
    microphone: 'default',
    camera: 'default',
    screen: true,
    isAhead: false,
  })
  expect(media.heldBack).toBe('not-in-call')
})

test('a leaver does not wait for a worker that hangs', async () => {
  const { media, room, runner } = startTogether()
  runner.send({ type: 'microphone-pressed' })
  await expect.poll(() => runner.call.microphone.phase).toBe('open')
  media.isWorkerHung = true

  runner.send({ type: 'leave-pressed' })

  await expect.poll(() => media.isDisposed).toBe(true)
  expect(room.said.at(-1)).toEqual({ word: 'leave' })
})

test('a leaver on a dead line does not wait for its last word', async () => {
  const { clock, media, room, runner } = startTogether()
  room.isLineDead = true

  runner.send({ type: 'leave-pressed' })
  await expect.poll(() => media.isGateOpen).toBe(false)
  clock.advance(1000)

  await expect.poll(() => media.isDisposed).toBe(true)
})

test('a line that is found to have been lost for long closes the microphone, also if it is back at once (R32)', async () => {
  const { clock, media, runner } = startTogether()
  runner.send({ type: 'microphone-pressed' })
  await expect.poll(() => runner.call.microphone.phase).toBe('open')

  media.tell({ type: 'media-lost', atMs: clock.nowMs() - 4000 })
  media.tell({ type: 'media-back' })

  await expect
    .poll(() => runner.call.microphone)
    .toMatchObject({ phase: 'closed', by: 'reconnecting-shown' })
  expect(media.isGateOpen).toBe(false)
})

test('after joining anew the others hear that the microphone is closed, whatever it was', async () => {
  const { clock, media, room, runner } = startTogether()
  runner.send({ type: 'microphone-pressed' })
  await expect.poll(() => room.said.at(-1)).toMatchObject({ word: 'microphone', n: 1 })

  room.tell({ type: 'must-join-again', by: 'behind' })
  await expect.poll(() => media.isGateOpen).toBe(false)
  room.tell({ type: 'entered', leaf: other, leafKey: anotherKey, epoch: 4, mustHear: 'anyone' })
  clock.advance(250)

  await expect
    .poll(() => room.said.at(-1))
    .toMatchObject({ word: 'heartbeat', microphone: { n: 0 } })
})

test('a joining that was put off and is no longer wanted does not happen', () => {
  const { clock, room, runner } = startTogether()
  for (const epoch of [5, 6]) {
    room.tell({ type: 'must-join-again', by: 'forked' })
    clock.advance(500)
    if (epoch === 5) room.tell({ type: 'entered', leaf: you, leafKey, epoch, mustHear: 'anyone' })
  }

  runner.send({ type: 'entered', leaf: you, leafKey, epoch: 6, mustHear: 'anyone' })
  clock.advance(20_000)

  expect(room.joins).toBe(2)
})

test('beside a leaf that is held nothing goes out, and nothing of it is taken (R22)', () => {
  const { media, room, runner } = startTogether()

  hold(room)
  const heard = { from: other, lists: undefined, lacks: [] }
  room.tell({ type: 'word', heard: { ...heard, word: { word: 'wait' } } })

  expect(media.heldBack).toBe('held')
  expect(media.roster).toEqual([])
  expect(runner.call.waiting.asked.size).toBe(0)
})

test('where somebody is held the media are held back before they have the key (R22)', () => {
  const { media, room } = startTogether()
  const heldBack: unknown[] = []
  media.setEpoch = async () => void heldBack.push(media.heldBack)

  const epoch = {
    epoch: 2,
    baseKey: new Uint8Array(32),
    you: { leaf: you, identity: 'you' },
    leaves: members,
    cause: 'join' as const,
  }
  room.tell({ type: 'epoch', epoch, members: heldMembers })

  expect(heldBack).toEqual(['held'])
})

test('tracks of those who sit in the room are asked for while one waits, and by signed words alone once one is in', () => {
  const { clock, media, room, runner } = startRunner()
  room.tell({ type: 'expected', identities: ['other'] })
  const whileWaiting = media.expected

  goIn({ clock, room, runner })

  expect({ whileWaiting, after: media.expected }).toEqual({ whileWaiting: ['other'], after: [] })
})
