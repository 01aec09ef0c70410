import { aidePlaceOf, PLENARY } from '@parley/protocol'
import { startServer, type RunningServer } from '@parley/server'
import { FakeMedia, planCall, type PlannedCall } from '@parley/testkit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenSeat } from '../enrolment/openSeat.ts'
import { systemClock } from '../tools/systemClock.ts'
import { openCall } from './openCall.ts'
import type { OpenRoom } from './openRoom.ts'
import { openSeatRoom } from './openSeatRoom.ts'

let running: RunningServer
let planned: PlannedCall
let opened: AsyncDisposableStack

beforeEach(async () => {
  opened = new AsyncDisposableStack()
  running = opened.use(await startServer())
  planned = opened.use(await planCall(running, { seatsEach: 1, clock: systemClock }))
})
afterEach(() => opened.disposeAsync())

const within = { timeout: 20_000, interval: 20 }
const chosen = { wantsCamera: false, camera: 'default', inputDevice: 'default' }

function first() {
  const [of] = planned.seats
  if (!of) throw new Error('There are two')
  return of
}

async function enter(seat: OpenSeat): Promise<OpenRoom> {
  await seat.documents.caughtUp
  const room = opened.use(await openSeatRoom(seat, { clock: systemClock }))
  room.runner.send({ type: 'join-pressed', atMs: systemClock.nowMs(), chosen })
  return room
}

const seatsOf = ({ runner }: OpenRoom) =>
  [...runner.call.members.values()].map(({ seat, heldFor }) => [seat, heldFor])

/** The device of a seat and its aide's console, both in the seat's room. */
async function both() {
  const { seat } = first()
  const display = await planned.sit(seat)
  const console = await planned.sit(aidePlaceOf(seat))
  const rooms = [await enter(display), await enter(console)] as const
  for (const room of rooms)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await expect.poll(() => seatsOf(room).length, within).toBe(2)
  return { seat, display, console, rooms }
}

test('a seat’s device and its aide’s console meet in a room of their own, and what they say is in no other (R60)', async () => {
  const { seat, display, console, rooms } = await both()
  const plenary = opened.use(
    await openCall(display, { media: new FakeMedia(), clock: systemClock }),
  )
  plenary.runner.send({ type: 'join-pressed', atMs: systemClock.nowMs(), chosen })
  await expect.poll(() => plenary.runner.call.joining.phase, within).toBe('in-call')
  const heard: string[] = []
  rooms[0].room.listen((event) => {
    if (event.type === 'word') heard.push(`${event.heard.from} ${event.heard.word.word}`)
  })

  await rooms[1].room.say({ word: 'wait' })

  await expect.poll(() => heard, within).toContain('1 wait')
  expect(seatsOf(rooms[0])).toEqual([
    [seat, undefined],
    [aidePlaceOf(seat), undefined],
  ])
  expect(console.record.drives).toBe(seat)
  expect(seatsOf(plenary)).toEqual([[seat, undefined]])
})

test('a console is given the key of the call, and not that of its side (R60)', async () => {
  const { seat } = first()
  const display = await planned.sit(seat)
  const console = await planned.sit(aidePlaceOf(seat))

  expect(display.record.sideSecret).toBeDefined()
  expect(console.record.sideSecret).toBe(undefined)
})

test('the server lets a console neither into the plenary nor to media, whatever its page does (R61)', async () => {
  const { seat } = first()
  const console = await planned.sit(aidePlaceOf(seat))
  const sly = { ...console, record: { ...console.record, drives: undefined } }
  await console.documents.caughtUp
  const media = new FakeMedia()
  const plenary = opened.use(await openCall(sly, { media, clock: systemClock }))
  plenary.runner.send({ type: 'join-pressed', atMs: systemClock.nowMs(), chosen })

  const request = { type: 'ask-turn', room: PLENARY } as const
  await expect(console.connection.request(request)).rejects.toMatchObject({ code: 'not-permitted' })
  expect(plenary.runner.call.joining.phase).toBe('joining')
})

test('a console that its desk withdraws leaves the room, and the seat’s device stays (R60)', async () => {
  const { seat, display, rooms } = await both()
  const { desk } = first()
  await desk.withdrawAide(seat)

  await expect.poll(() => seatsOf(rooms[0]), within).toEqual([[seat, undefined]])
  const { lists } = display.documents.documents
  expect(lists.withdrawn).toMatchObject([{ seat: aidePlaceOf(seat), passVersion: 1 }])
  await expect.poll(() => rooms[1].runner.call.joining.phase, within).toBe('ended')
  expect(rooms[0].runner.call.joining.phase).toBe('in-call')
})

test('who withdraws a seat withdraws its aide’s console, too', async () => {
  const { seat, rooms } = await both()
  await first().desk.withdrawSeat(seat)

  for (const { runner } of rooms)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await expect
      .poll(() => runner.call.joining, within)
      .toEqual({ phase: 'ended', by: 'withdrawn' })
})
