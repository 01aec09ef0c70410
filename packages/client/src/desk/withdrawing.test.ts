import { startServer, type RunningServer } from '@parley/server'
import { holdingBack, manualClock, planCall, type PlannedCall } from '@parley/testkit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deskName } from '../enrolment/keyStore.ts'
import { Desk } from './desk.ts'

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
