import { caucusOf, PLENARY } from '@parley/protocol'
import {
  derivingKey,
  documentKeyOf,
  makeDeviceKeys,
  passKind,
  sealDocument,
  Secret,
  signDocument,
  type Pass,
  type Seat,
} from '@parley/seal'
import { startServer, type RunningServer } from '@parley/server'
import { cuttableLine, memoryKeyStore, planCall, type PlannedCall } from '@parley/testkit'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { KeyStore } from '../enrolment/keyStore.ts'
import { serverAt } from '../server.ts'
import { systemClock } from '../tools/systemClock.ts'
import { CannotSign } from './cannotSign.ts'
import { Desk } from './desk.ts'
import { newSeatId } from './newIds.ts'

let running: RunningServer
let planned: PlannedCall
let opened: AsyncDisposableStack

beforeEach(async () => {
  opened = new AsyncDisposableStack()
  running = opened.use(await startServer())
  planned = opened.use(await planCall(running, { seatsEach: 2, clock: systemClock }))
})
afterEach(() => opened.disposeAsync())

/** One more console of the first desk: on another device, or in another tab of a profile that is given. */
async function oneMore(store?: KeyStore, server = planned.server): Promise<Desk> {
  const { record } = planned.desks[0].state
  const own = store ?? memoryKeyStore()
  await own.desks.write(record.call, record)
  return opened.use(await Desk.open({ server, clock: systemClock, store: own }, record))
}

async function twoConsoles(store?: KeyStore): Promise<[Desk, Desk]> {
  return [await oneMore(store), await oneMore(store)]
}

const seatNamed = (desk: Desk, name: string): Seat => ({
  seat: newSeatId(),
  name,
  office: '',
  role: 'adviser',
  languages: ['en'],
  rooms: [PLENARY, caucusOf(desk.state.record.side)],
})
const namesOf = ({ state }: Desk) => state.seats.map(({ name }) => name).toSorted()
const declare = (desk: Desk, change: (seats: readonly Seat[]) => readonly Seat[]) =>
  desk.declareDelegation({ ...desk.state, seats: change(desk.state.seats) })
/** The first seat gets that name. */
const rename = (name: string) => (seats: readonly Seat[]) =>
  seats.map((seat, place) => (place === 0 ? { ...seat, name } : seat))

test.each([
  ['on two devices', () => undefined],
  ['in two tabs', memoryKeyStore],
])(
  'seats that two consoles of a desk add at once are both declared, %s (R10)',
  async (_where, store) => {
    const [one, other] = await twoConsoles(store())

    await Promise.all([
      declare(one, (seats) => [...seats, seatNamed(one, 'Asha')]),
      declare(other, (seats) => [...seats, seatNamed(other, 'Beat')]),
    ])

    const names = ['Asha', 'Beat', 'Person 1', 'Person 2']
    await vi.waitFor(() => expect([one, other].map(namesOf)).toEqual([names, names]))
  },
)

test.each([
  ['on two devices', () => undefined],
  ['in two tabs', memoryKeyStore],
])(
  'seats that two consoles of a desk withdraw at once are both withdrawn, on every list, %s (R12)',
  async (_where, store) => {
    const [first, second] = planned.seats
    if (!first || !second) throw new Error('There are four')
    await planned.sit(first.seat)
    await planned.sit(second.seat)
    const [one, other] = await twoConsoles(store())

    await Promise.all([one.withdrawSeat(first.seat), other.withdrawSeat(second.seat)])

    for (const desk of [one, other, planned.desks[1]])
      // oxlint-disable-next-line no-await-in-loop -- one after the other is as good
      await vi.waitFor(() => {
        const { withdrawals, lists } = desk.state.documents
        expect(new Set(lists.withdrawn.map(({ seat }) => seat))).toEqual(
          new Set([first.seat, second.seat]),
        )
        const newest = withdrawals.get(one.state.record.side)?.payload.withdrawn
        expect(newest?.length).toBe(2)
      })
    expect(other.state.documents.missing).toEqual([])
  },
)

test('a telephone that one console gives and a seat that another adds at once are both declared (R10)', async () => {
  const [one, other] = await twoConsoles()

  await Promise.all([
    one.declareDelegation({ ...one.state, telephone: '+41 58 462 21 11' }),
    declare(other, (seats) => [...seats, seatNamed(other, 'Beat')]),
  ])

  await vi.waitFor(() => {
    for (const desk of [one, other]) {
      expect(namesOf(desk)).toEqual(['Beat', 'Person 1', 'Person 2'])
      expect(desk.state.telephone).toBe('+41 58 462 21 11')
    }
  })
})

const recorders = (desk: Desk) => desk.state.seats.filter(({ records }) => records).length

test('a seat that one console lets record and a telephone that another gives at once are both declared, with the key (R89)', async () => {
  const [one, other] = await twoConsoles()

  await Promise.all([
    declare(one, ([first, ...rest]) => [
      ...(first ? [{ ...first, records: true as const }] : []),
      ...rest,
    ]),
    other.declareDelegation({ ...other.state, telephone: '117' }),
  ])

  await vi.waitFor(() => {
    for (const desk of [one, other])
      expect([recorders(desk), desk.state.telephone]).toEqual([1, '117'])
  })
})

test('of two consoles that give different telephones one is told, and both show the other’s', async () => {
  const [one, other] = await twoConsoles()

  const done = await Promise.allSettled([
    one.declareDelegation({ ...one.state, telephone: '117' }),
    other.declareDelegation({ ...other.state, telephone: '118' }),
  ])

  const kept = done[0]?.status === 'rejected' ? '118' : '117'
  expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await vi.waitFor(() =>
    expect([one, other].map(({ state }) => state.telephone)).toEqual([kept, kept]),
  )
})

test('of two consoles that change one seat differently one is told, sees the other’s, and may sign again', async () => {
  const [one, other] = await twoConsoles()

  const done = await Promise.allSettled([
    declare(one, rename('Asha')),
    declare(other, rename('Beat')),
  ])

  const loser = done[0]?.status === 'rejected' ? one : other
  const winner = loser === one ? other : one
  expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(done.flatMap((is) => (is.status === 'rejected' ? [is.reason as unknown] : []))).toEqual([
    new CannotSign('signed-other'),
  ])
  expect(namesOf(loser)).toEqual(namesOf(winner))
  await declare(loser, rename('Chris'))
  expect(namesOf(loser)).toContain('Chris')
  await vi.waitFor(() => expect(namesOf(winner)).toContain('Chris'))
})

test('of two consoles that word the plan differently one is told, and sees the other’s draft', async () => {
  const [one, other] = await twoConsoles()
  for (const [desk, title] of [
    [one, 'Asha'],
    [other, 'Beat'],
  ] as const)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await desk.keepProposal({ ...desk.state.record.proposal, title })

  const done = await Promise.allSettled([one.signPlan(), other.signPlan()])

  const loser = done[0]?.status === 'rejected' ? one : other
  const titles = loser.state.documents.drafts.map(
    (draft) => draft.is === 'plan' && draft.payload.title,
  )
  expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(titles).toEqual([loser === one ? 'Beat' : 'Asha'])
  await loser.signPlan()
  expect(loser.state.documents.drafts[0]?.payload.version).toBe(3)
})

test('what one console signs while its line is lost is signed again on top of what the other signed meanwhile', async () => {
  const line = cuttableLine(running.url)
  const away = await oneMore(undefined, serverAt(running.url, line.dial))
  const there = await oneMore()

  line.cut()
  await vi.waitFor(() => expect(away.state.line.is).toBe('lost'))
  await declare(away, (seats) => [...seats, seatNamed(away, 'Asha')])
  await declare(there, (seats) => [...seats.slice(1), seatNamed(there, 'Beat')])
  line.mend()

  const names = ['Asha', 'Beat', 'Person 2']
  await vi.waitFor(() => expect([away, there].map(namesOf)).toEqual([names, names]), 10_000)
  expect(away.state.record.unsent).toEqual([])
})

test('what cannot be joined to what the other console signed meanwhile is told once the line is back', async () => {
  const line = cuttableLine(running.url)
  const away = await oneMore(undefined, serverAt(running.url, line.dial))
  const there = await oneMore()
  const troubles: unknown[] = []

  line.cut()
  await vi.waitFor(() => expect(away.state.line.is).toBe('lost'))
  await declare(away, rename('Asha'))
  await declare(there, rename('Beat'))
  line.mend()
  opened.use(away.onTrouble((error) => troubles.push(error)))

  await vi.waitFor(() => expect(troubles).toEqual([new CannotSign('signed-other')]), 10_000)
  expect([away, there].map(namesOf)).toEqual([
    ['Beat', 'Person 2'],
    ['Beat', 'Person 2'],
  ])
})

test('a pass whose version another console gave meanwhile is given under the next one', async () => {
  const [desk] = planned.desks
  const { seat, side } = planned.seats[0] ?? {}
  if (!seat || !side) throw new Error('There are four')
  const { call, seal, callSecret } = desk.state.record
  const device = await makeDeviceKeys()
  const elsewhere: Pass = {
    call,
    kind: passKind(seat),
    version: 1,
    previous: null,
    at: systemClock.nowMs(),
    side,
    seat,
    device: device.publicKey,
    agreement: device.agreement,
    listen: false,
    notBefore: systemClock.nowMs(),
    expires: systemClock.nowMs() + 3_600_000,
  }
  const jws = await signDocument(seal.signingKey, { is: 'pass', payload: elsewhere })
  const key = await documentKeyOf(await derivingKey(new Secret(new Uint8Array(callSecret))))
  const { kind, version } = elsewhere
  const sealed = await sealDocument(jws, key)
  const { connection } = desk
  const request = connection.request.bind(connection)
  connection.request = async (message, signal) => {
    if (message.type === 'grant-enrolment' && message.pass.version === version)
      await request({ type: 'store-document', kind, version, sealed })
    return request(message, signal)
  }

  const open = await planned.sit(seat)

  expect(open.connection.standing).toMatchObject({ as: 'device', seat })
  expect(desk.state.documents.passes.get(seat)?.payload.version).toBe(2)
})
