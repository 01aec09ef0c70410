import { partNow, standing } from '@parley/call'
import { startServer, type RunningServer } from '@parley/server'
import { FakeMedia, planCall, type PlannedCall, type SeatAt } from '@parley/testkit'
import type { EntryEvent, MoveTo } from '@parley/seal'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openCall } from '../call/openCall.ts'
import { CallRecord } from '../record/callRecord.ts'
import { RecordBook } from '../record/recordBook.ts'
import { Releases } from '../release/releases.ts'
import { systemClock } from '../tools/systemClock.ts'
import { PartsRunner } from './partsRunner.ts'

let running: RunningServer
let planned: PlannedCall
let opened: AsyncDisposableStack

const seatAt: SeatAt = (place) => (place % 2 === 0 ? { role: 'principal' } : {})

beforeEach(async () => {
  opened = new AsyncDisposableStack()
  running = opened.use(await startServer())
  planned = opened.use(
    await planCall(running, { seatsEach: 2, clock: systemClock, seatAt, more: ['Water'] }),
  )
})
afterEach(() => opened.disposeAsync())

const within = { timeout: 20_000, interval: 50 }
const clock = systemClock

/** Seats of the first side come first: of each side a principal, then an adviser. */
async function join(place: number): Promise<{ runner: PartsRunner; record: CallRecord }> {
  const { seat } = planned.seats[place] ?? {}
  if (!seat) throw new Error('There are four')
  const at = await planned.sit(seat)
  const open = opened.use(await openCall(at, { media: new FakeMedia(), clock }))
  const chosen = { wantsCamera: true, camera: 'default', inputDevice: 'default' }
  open.runner.send({ type: 'join-pressed', atMs: clock.nowMs(), chosen })
  await expect.poll(() => open.runner.call.joining.phase, within).toBe('in-call')
  const record = opened.use(await CallRecord.open({ seat: at, plenary: open, clock }))
  const { call, side } = at.record
  const { documents } = at
  const parts = { call, side, seat, documents, log: record.log, clock, give: () => undefined }
  return { record, runner: opened.use(new PartsRunner({ ...parts, sign: signBy(record) })) }
}

async function deskOf(place: number): Promise<PartsRunner> {
  const [desk, store] = [planned.desks[place], planned.stores[place]]
  if (!desk || !store) throw new Error('There are two')
  const { documents } = desk
  const { call, side } = desk.state.record
  const releases = opened.use(new Releases({ call, documents }))
  const book = opened.use(await RecordBook.open({ desk, releases, store }))
  const parts = { call, side, documents, log: book.log, clock, give: () => undefined }
  return opened.use(new PartsRunner({ ...parts, seat: undefined, sign: signBy(book) }))
}

function signBy(record: CallRecord | RecordBook): (what: readonly EntryEvent[]) => void {
  return (what) => {
    record.note(...what)
    void record.flush()
  }
}

const offered = (runner: PartsRunner) =>
  standing(runner.parts).map(({ item, by }) => [item, by.size])
const place = (runner: PartsRunner) => partNow(runner.parts)?.item

async function agreeTo(runner: PartsRunner, item: number): Promise<MoveTo> {
  await expect.poll(() => standing(runner.parts).map((one) => one.item), within).toEqual([item])
  const [to] = standing(runner.parts)
  if (!to) throw new Error('It stands')
  runner.agree(to)
  return to
}

test('a principal proposes, the other side’s desk agrees, and every screen is there, whoever comes in later too (R78, R80)', async () => {
  const [ownDesk, otherDesk] = [await deskOf(0), await deskOf(1)]
  const { runner: livia } = await join(0)

  livia.propose(1)
  await agreeTo(otherDesk, 1)
  for (const one of [livia, ownDesk, otherDesk]) await expect.poll(() => place(one), within).toBe(1)
  expect(partNow(ownDesk.parts)?.open).toBe(true)

  const { runner: josphat } = await join(2)
  await expect.poll(() => place(josphat), within).toBe(1)
  ownDesk.propose(2)
  await agreeTo(josphat, 2)
  const all = [livia, ownDesk, otherDesk, josphat, await deskOf(1)]
  for (const one of all) await expect.poll(() => place(one), within).toBe(2)
  expect(all.map(({ parts }) => partNow(parts)?.open)).toEqual(all.map(() => false))
})

test('what an adviser’s device signs counts for no side (R78)', async () => {
  const [{ runner, record }, otherDesk] = [await join(1), await deskOf(1)]
  otherDesk.propose(2)
  await expect.poll(() => offered(runner), within).toEqual([[2, 1]])
  const [to] = standing(runner.parts)
  if (!to) throw new Error('It stands')
  runner.agree(to)
  const { move, item, plan } = to
  signBy(record)([{ is: 'part', at: clock.nowMs(), move, item, plan }])
  await record.flush()

  const ownDesk = await deskOf(0)
  await expect.poll(() => offered(ownDesk), within).toEqual([[2, 1]])
  expect([place(runner), place(ownDesk)]).toEqual([undefined, undefined])
  ownDesk.agree(to)
  await expect.poll(() => place(runner), within).toBe(2)
})
