import { LAST_VERSION } from '@parley/protocol'
import { startServer, type RunningServer } from '@parley/server'
import {
  delegationKind,
  derivingKey,
  documentKeyOf,
  makeDeviceKeys,
  passKind,
  PLAN_KIND,
  sealDocument,
  Secret,
  signDocument,
  type Document,
} from '@parley/seal'
import { manualClock, planCall, type PlannedCall } from '@parley/testkit'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Desk } from './desk.ts'

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

/** That desk signs and stores what its console never would. */
async function file({ state, connection }: Desk, document: Document): Promise<void> {
  const { seal, callSecret } = state.record
  const jws = await signDocument(seal.signingKey, document)
  const secret = await derivingKey(new Secret(new Uint8Array(callSecret)))
  const sealed = await sealDocument(jws, await documentKeyOf(secret))
  const { kind, version } = document.payload
  await connection.request({ type: 'store-document', kind, version, sealed })
}

/** The drafts and passes by which the second side takes the very last version of all that the first signs. */
async function lastVersions() {
  const [first, second] = planned.desks
  const { call, side } = first.state.record
  const [seat] = planned.seats.map((one) => one.seat)
  const plan = first.state.documents.plan?.payload
  if (!seat || !plan) throw new Error('They agreed')
  const device = await makeDeviceKeys()
  const at = { call, version: LAST_VERSION, previous: null, at: clock.nowMs() }
  const own = second.state.record.side
  const keys = { device: device.publicKey, agreement: device.agreement, listen: false }
  const documents: Document[] = [
    { is: 'plan', payload: { ...plan, ...at } },
    { is: 'delegation', payload: { ...at, kind: delegationKind(side), side, seats: [] } },
    {
      is: 'pass',
      payload: { ...at, kind: passKind(seat), side: own, seat, ...keys, notBefore: 0, expires: 1 },
    },
  ]
  return { first, second, side, seat, documents }
}

test('a side that signs the last version of all leaves the others theirs', async () => {
  const { first, second, side, seat, documents } = await lastVersions()
  for (const document of documents) await file(second, document)
  const kinds = documents.map(({ payload }) => payload.kind)
  await vi.waitFor(() =>
    expect(kinds.every((kind) => first.documents.versionsOf(kind).includes(LAST_VERSION))).toBe(
      true,
    ),
  )

  await first.signPlan()
  await first.declareDelegation(first.state)
  await planned.sit(seat)

  expect(first.documents.versionsOf(PLAN_KIND, side)).toEqual([1, 2])
  expect(first.documents.versionsOf(delegationKind(side), side)).toEqual([1, 2])
  expect(first.documents.versionsOf(passKind(seat), side)).toEqual([1])
})

test('a draft that would use up the versions is passed over', async () => {
  const { first, second, documents } = await lastVersions()
  const [plan] = documents
  const agreed = second.state.documents.plan?.hash
  if (plan?.is !== 'plan' || !agreed) throw new Error('They agreed')

  await file(second, { is: 'plan', payload: { ...plan.payload, previous: agreed } })
  await vi.waitFor(() => expect(first.documents.versionsOf(PLAN_KIND)).toContain(LAST_VERSION))

  expect(first.state.documents.drafts).toEqual([])
})

test('a desk never takes a version under which another side already signed a draft', async () => {
  const [first, second] = planned.desks
  await second.signPlan()
  await vi.waitFor(() => expect(first.state.documents.drafts).toHaveLength(1))

  await first.signPlan()

  const { side } = first.state.record
  expect(first.documents.versionsOf(PLAN_KIND, side)).toEqual([1, 3])
})
