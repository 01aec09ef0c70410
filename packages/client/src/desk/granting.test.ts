import { PLENARY, Refusal, type SeatId } from '@parley/protocol'
import { startServer, type RunningServer } from '@parley/server'
import {
  cuttableLine,
  holdingBack,
  manualClock,
  memoryKeyStore,
  planCall,
  type PlannedCall,
} from '@parley/testkit'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ConnectionLost } from '../connection.ts'
import { enrol, type EnrolmentStep } from '../enrolment/enrol.ts'
import { deskName } from '../enrolment/keyStore.ts'
import { readLink } from '../enrolment/links.ts'
import { serverAt, type Server } from '../server.ts'
import { Desk } from './desk.ts'

const PAGE = 'https://parley.example'

let running: RunningServer
let planned: PlannedCall
let opened: AsyncDisposableStack
const clock = manualClock(Date.now())

beforeEach(async () => {
  opened = new AsyncDisposableStack()
  running = opened.use(await startServer())
  planned = opened.use(await planCall(running, { seatsEach: 1, clock }))
})
afterEach(() => opened.disposeAsync())

/** The first desk, opened again over another line or at a server of another sort, and its seat. */
async function openedAgain(server: Server) {
  const [desk] = planned.desks
  const [store] = planned.stores
  const [seat] = planned.seats.map((one) => one.seat)
  await desk[Symbol.asyncDispose]()
  const kept = await store.desks.read(deskName(desk.state.record))
  if (!kept || !seat) throw new Error('A desk is kept, with a seat')
  const again = opened.use(await Desk.open({ server, store, clock }, kept))
  return { desk: again, seat }
}

/** A device asks for that seat; resolves once its code may be typed. */
async function asking(desk: Desk, seat: SeatId) {
  const link = readLink(new URL(await desk.openSeatLink(seat, PAGE)).hash)
  if (link?.is !== 'seat') throw new Error('It is a seat link')
  const code = Promise.withResolvers<string>()
  const show = (step: EnrolmentStep) => void (step.is === 'code' && code.resolve(step.code))
  const device = { server: planned.server, store: memoryKeyStore(), clock }
  const record = enrol({ ...device, link, show })
  record.catch(() => undefined)
  const typed = await code.promise
  const { enrolment } = await vi.waitFor(() => {
    const found = desk.state.asking.find(({ is }) => is === 'awaits-code')
    if (!found) throw new Error('No device shows its code yet')
    return found
  })
  return { record, type: () => desk.enrolments.typeCode(enrolment, typed) }
}

test('a device that got its pass as the line was lost can be withdrawn, and the next pass is another', async () => {
  const line = cuttableLine(running.url)
  const { desk, seat } = await openedAgain(serverAt(running.url, line.dial))
  const device = await asking(desk, seat)
  line.cutAfter('grant-enrolment')

  await expect(device.type()).rejects.toThrow(ConnectionLost)
  expect((await device.record).seat).toBe(seat)
  await desk.withdrawSeat(seat)
  line.mend()

  expect(desk.state.documents.lists.withdrawn).toMatchObject([{ seat, passVersion: 1 }])
  await vi.waitFor(() => expect(desk.state.record.untold).toEqual([]), 10_000)
  const next = await asking(desk, seat)
  expect(await next.type()).toBe('granted')
  expect(desk.state.documents.passes.get(seat)?.payload.version).toBe(2)
})

test('a device is withdrawn by what its desk keeps, where the server holds its pass back', async () => {
  const { desk, seat } = await openedAgain(planned.server)
  const device = await asking(desk, seat)
  await device.type()
  await device.record
  await desk[Symbol.asyncDispose]()
  const [store] = planned.stores
  const kept = await store.desks.read(deskName(desk.state.record))
  if (!kept) throw new Error('A desk is kept')
  const server = holdingBack(
    planned.server,
    (message) => message.type === 'document' && message.kind.startsWith('pass/'),
  )
  const again = opened.use(await Desk.open({ server, store, clock }, kept))

  await again.withdrawSeat(seat)

  expect(again.state.documents.lists.withdrawn).toMatchObject([{ seat, passVersion: 1 }])
})

test('a grant that the server refuses leaves the pass of the seat as it was', async () => {
  const server = holdingBack(
    planned.server,
    (message) => message.type === 'enrolment' && message.ended !== undefined,
  )
  const { desk, seat } = await openedAgain(server)
  const first = await asking(desk, seat)
  await first.type()
  const before = desk.state.record.passes[seat]
  const second = await asking(desk, seat)
  await desk.openSeatLink(seat, PAGE)

  await expect(second.type()).rejects.toThrow(new Refusal('enrolment-ended'))

  expect(desk.state.record.passes[seat]).toEqual(before)
  expect(desk.state.documents.passes.get(seat)?.payload.version).toBe(1)
  expect(desk.state.asking).toEqual([])
})

test('whoever is not cleared for the caucus gets no key of their side', async () => {
  const { desk, seat } = await openedAgain(planned.server)
  const [, other] = planned.desks
  const seats = desk.state.seats.map((one) => ({ ...one, rooms: [PLENARY] }))
  await desk.declareDelegation({ seats })
  const draft = await vi.waitFor(() => {
    const found = other.state.documents.drafts.find(({ awaits }) =>
      awaits.includes(other.state.record.side),
    )
    if (!found) throw new Error('It has not come yet')
    return found
  })
  await other.signDraft({ hash: draft.hash })
  await vi.waitFor(() =>
    expect(desk.state.documents.lists.seats.get(seat)?.rooms).toEqual([PLENARY]),
  )

  const device = await asking(desk, seat)
  await device.type()

  const record = await device.record
  expect([record.sideSecret, record.callSecret.extractable]).toEqual([undefined, false])
})
