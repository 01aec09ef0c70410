import { startServer, type RunningServer } from '@parley/server'
import {
  cuttableLine,
  FakeMedia,
  planCall,
  type CuttableLine,
  type PlannedCall,
} from '@parley/testkit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serverAt } from '../server.ts'
import { systemClock } from '../tools/systemClock.ts'
import { openCall } from './openCall.ts'
import type { OpenRoom } from './openRoom.ts'

let running: RunningServer
let planned: PlannedCall
let opened: AsyncDisposableStack

beforeEach(async () => {
  opened = new AsyncDisposableStack()
  running = opened.use(await startServer())
  planned = opened.use(await planCall(running, { seatsEach: 2, clock: systemClock }))
})
afterEach(() => opened.disposeAsync())

type Sitting = OpenRoom & { media: FakeMedia; line: CuttableLine }

/** The person of that number sits down and joins. */
async function join(place: number): Promise<Sitting> {
  const sitting = await sitDown(place)
  press(sitting)
  return sitting
}

/** The person of that number sits down, and all is made ready for the click. */
async function wait(place: number): Promise<Sitting> {
  const sitting = await sitDown(place)
  await sitting.runner.prepare()
  return sitting
}

function press({ runner }: Sitting): void {
  const chosen = { wantsCamera: true, camera: 'default', inputDevice: 'default' }
  runner.send({ type: 'join-pressed', atMs: systemClock.nowMs(), chosen })
}

async function sitDown(place: number): Promise<Sitting> {
  const { seat } = planned.seats[place] ?? {}
  if (!seat) throw new Error('There are four')
  const line = cuttableLine(running.url)
  const open = await planned.sit(seat, serverAt(running.url, line.dial))
  const media = new FakeMedia()
  const call = opened.use(await openCall(open, { media, clock: systemClock }))
  return { ...call, media, line }
}

const phaseOf = ({ runner }: OpenRoom) => runner.call.joining.phase
const seatsOf = ({ runner }: OpenRoom) =>
  [...runner.call.members.values()].map(({ seat }) => seat).toSorted()
const within = { timeout: 20_000, interval: 20 }

async function inCall(...people: readonly Sitting[]): Promise<void> {
  for (const person of people) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is as good
    await expect.poll(() => phaseOf(person), within).toBe('in-call')
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await expect.poll(() => person.runner.call.members.size, within).toBe(people.length)
  }
}

/** The base key of the newest epoch that the media was given. */
const keyOf = ({ media }: Sitting) => media.epochs.at(-1)?.baseKey.toHex()

test('four people of two sides join one after the other, and hold the same key (R17, R19)', async () => {
  const people = [await join(0), await join(1), await join(2), await join(3)]
  await inCall(...people)

  expect(new Set(people.map(keyOf)).size).toBe(1)
  expect(people.map((person) => seatsOf(person))).toEqual(
    people.map(() => planned.seats.map(({ seat }) => seat).toSorted()),
  )
})

test('four who join at once come in one by one, and hold the same key (R18)', async () => {
  const people = await Promise.all([0, 1, 2, 3].map((place) => join(place)))
  await inCall(...people)

  expect(new Set(people.map(keyOf)).size).toBe(1)
})

test('the first one in a room is alone and sends nothing, until somebody is there (R23)', async () => {
  const first = await join(0)
  await expect.poll(() => phaseOf(first), within).toBe('in-call')
  expect(first.media.heldBack).toBe('alone')

  const second = await join(2)
  await inCall(first, second)

  await expect.poll(() => first.media.heldBack, within).toBe(undefined)
  await expect.poll(() => second.media.heldBack, within).toBe(undefined)
})

test('what one writes the other reads, once, as from the seat that signed it', async () => {
  const [first, second] = [await join(0), await join(2)]
  await inCall(first, second)
  const { seat } = first.runner.call.you

  const written = { type: 'message-written', id: 'a', from: seat, text: 'Good morning' } as const
  first.runner.send({ ...written, atMs: systemClock.nowMs() })
  await expect.poll(() => second.runner.call.messages.length, within).toBe(1)

  expect(second.runner.call.messages[0]).toMatchObject({ from: seat, text: 'Good morning' })
  await expect.poll(() => first.runner.call.messages[0]?.state, within).toBe('sent')
})

test('whoever asks the room to wait is heard to ask, as from the seat that signed it, and knows (R37)', async () => {
  const [first, second] = [await join(0), await join(2)]
  await inCall(first, second)
  const { seat } = first.runner.call.you

  first.runner.send({ type: 'wait-pressed', atMs: systemClock.nowMs() })
  await expect.poll(() => [...second.runner.call.waiting.asked.keys()], within).toEqual([seat])

  await expect.poll(() => first.runner.call.waiting.own?.isSaid, within).toBe(true)
  expect(first.runner.call.waiting.asked.size).toBe(0)
})

test('a leaver is taken out of the room, and the rest go on under a key of their own (R25)', async () => {
  const people = [await join(0), await join(1), await join(2)] as const
  await inCall(...people)
  const before = keyOf(people[0])

  people[2].runner.send({ type: 'leave-pressed' })
  await expect.poll(() => people[0].runner.call.members.size, within).toBe(2)
  await expect.poll(() => people[1].runner.call.members.size, within).toBe(2)

  expect(keyOf(people[0])).not.toBe(before)
  expect(keyOf(people[1])).toBe(keyOf(people[0]))
  expect(keyOf(people[2])).toBe(before)
})

test('a seat that its desk withdraws is out at once, and cannot come back (R12)', async () => {
  const people = [await join(0), await join(1), await join(2)] as const
  await inCall(...people)
  const { seat, desk } = planned.seats[2] ?? {}
  if (!seat || !desk) throw new Error('There are four')

  await desk.withdrawSeat(seat)
  await expect.poll(() => phaseOf(people[2]), within).toBe('ended')
  await expect.poll(() => people[0].runner.call.members.size, within).toBe(2)

  expect(seatsOf(people[0])).not.toContain(seat)
  expect(people[2].media.isDisposed).toBe(true)
  await expect.poll(() => people[0].media.heldBack, within).toBe(undefined)
})

test('a new device of a seat takes it over, and the old window ends and does not fight back (R20)', async () => {
  const [first, second] = [await join(0), await join(2)]
  await inCall(first, second)
  const { seat, desk } = planned.seats[2] ?? {}
  if (!seat || !desk) throw new Error('There are four')

  const again = await join(2)
  await expect.poll(() => phaseOf(second), within).toBe('ended')
  await inCall(first, again)

  expect(second.runner.call.joining).toMatchObject({ by: 'replaced' })
  expect(keyOf(again)).toBe(keyOf(first))
})

test('a line that comes back after a while follows the log from where it was', async () => {
  const [first, second] = [await join(0), await join(2)]
  await inCall(first, second)

  second.line.cut()
  const third = await join(1)
  await expect.poll(() => phaseOf(third), within).toBe('in-call')
  second.line.mend()
  await inCall(first, second, third)

  expect(keyOf(second)).toBe(keyOf(third))
})

test('who waits outside is no member, and enters with the leaf that the media server knows already', async () => {
  const first = await join(0)
  await inCall(first)
  const waiting = await wait(2)
  const { publicKey } = waiting.room.leaf ?? {}
  expect([phaseOf(waiting), first.runner.call.members.size]).toEqual(['green-room', 1])

  press(waiting)
  await inCall(first, waiting)

  expect(publicKey).toBeDefined()
  expect(waiting.runner.call.you.leafKey).toBe(publicKey)
})

test('while one waits the others come, go and are withdrawn, and one enters what has become of them', async () => {
  const people = [await join(0), await join(1)] as const
  const waiting = await wait(2)
  await inCall(...people)
  people[1].runner.send({ type: 'leave-pressed' })
  await expect.poll(() => people[0].runner.call.members.size, within).toBe(1)

  press(waiting)
  await inCall(people[0], waiting)

  expect(keyOf(waiting)).toBe(keyOf(people[0]))
})

test('a room that everyone left while one waited is founded anew, and not entered (R19)', async () => {
  const before = await join(0)
  await inCall(before)
  const waiting = await wait(2)
  await expect.poll(() => waiting.room.leaf, within).toBeDefined()
  before.runner.send({ type: 'leave-pressed' })
  await expect.poll(() => phaseOf(before), within).toBe('ended')

  press(waiting)
  await inCall(waiting)

  expect(waiting.media.heldBack).toBe('alone')
})

test('three who waited press at once, and come in one after the other (R18)', async () => {
  const first = await join(0)
  await inCall(first)
  const waiting = await Promise.all([wait(1), wait(2), wait(3)])

  waiting.forEach(press)

  await inCall(first, ...waiting)
  expect(new Set([first, ...waiting].map(keyOf)).size).toBe(1)
})
