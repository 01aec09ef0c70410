import { startServer, type RunningServer } from '@parley/server'
import {
  cuttableLine,
  holdingBack,
  manualClock,
  planCall,
  sitDown,
  type PlannedCall,
} from '@parley/testkit'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deskName } from '../enrolment/keyStore.ts'
import { serverAt } from '../server.ts'
import { Desk } from './desk.ts'

const PAGE = 'https://parley.example'

let running: RunningServer
let planned: PlannedCall
let opened: AsyncDisposableStack
const clock = manualClock(Date.now())

beforeEach(async () => {
  opened = new AsyncDisposableStack()
  running = opened.use(await startServer())
  planned = opened.use(await planCall(running, { seatsEach: 2, clock }))
})
afterEach(() => opened.disposeAsync())

test('a withdrawal repeats the earlier ones, also where the server holds those back (R12)', async () => {
  const [desk] = planned.desks
  const { side } = desk.state.record
  const [first, second] = planned.seats.map(({ seat }) => seat)
  if (!first || !second) throw new Error('There are two')
  await planned.sit(first)
  await planned.sit(second)
  await desk.withdrawSeat(first)
  const before = desk.state.documents.withdrawals.get(side)
  await desk[Symbol.asyncDispose]()

  const server = holdingBack(
    planned.server,
    (message) => message.type === 'document' && message.kind.startsWith('withdrawal/'),
  )
  const [store] = planned.stores
  const kept = await store.desks.read(deskName(desk.state.record))
  if (!kept) throw new Error('A desk is kept')
  const again = opened.use(await Desk.open({ server, store, clock }, kept))
  await again.withdrawSeat(second)

  expect(again.state.documents.withdrawals.get(side)?.payload).toMatchObject({
    version: 2,
    previous: before?.hash,
    withdrawn: [{ seat: first }, { seat: second }],
  })
})

test('the server, too, hears of a withdrawal that was signed while the line was lost (R7)', async () => {
  const [desk] = planned.desks
  const [store] = planned.stores
  const [seat] = planned.seats.map((one) => one.seat)
  await desk[Symbol.asyncDispose]()
  const line = cuttableLine(running.url)
  const kept = await store.desks.read(deskName(desk.state.record))
  if (!kept || !seat) throw new Error('A desk is kept, with a seat')
  const away = serverAt(running.url, line.dial)
  const again = opened.use(await Desk.open({ server: away, store, clock }, kept))
  const { server } = planned
  const sitting = opened.use(await sitDown({ desk: again, seat, clock, server, page: PAGE }))
  const lines: string[] = []
  opened.use(sitting.connection.onLine((now) => void lines.push('code' in now ? now.code : now.is)))

  line.cut()
  await vi.waitFor(() => expect(again.state.line.is).toBe('lost'))
  await again.withdrawSeat(seat)
  line.mend()

  await vi.waitFor(() => expect(lines.at(-1)).toBe('withdrawn'), 10_000)
  await vi.waitFor(() => expect(again.state.record.untold).toEqual([]))
})
