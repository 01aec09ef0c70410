import * as fc from 'fast-check'
import {
  aidePlaceOf,
  caucusOf,
  PLENARY,
  type CallId,
  type Hash,
  type SideId,
} from '@parley/protocol'
import {
  callIdOf,
  delegationKind,
  derivingKey,
  hashOf,
  makeDeviceKeys,
  passKind,
  PLAN_KIND,
  Secret,
  signDocument,
  withdrawalKind,
  type Document,
  type Plan,
  type Seal,
} from '@parley/seal'
import { beforeAll, expect, test } from 'vitest'
import { newSeatId, newSideId } from '../desk/newIds.ts'
import { noDocuments, takeDocument, type Received } from './documentsState.ts'
import { raise, viewOf, type DocumentsView } from './documentsView.ts'
import type { Remembered } from './root.ts'

const [bern, nairobi, lagos] = [newSideId(), newSideId(), newSideId()]
const [livia, brian] = [newSeatId(), newSeatId()]
const nothingSeen: Remembered = { root: undefined, seen: {} }

let call: CallId
let seals: Record<'bern' | 'nairobi' | 'stranger', Seal>

beforeAll(async () => {
  call = await callIdOf(await derivingKey(Secret.random()))
  const [first, second, third] = [makeDeviceKeys(), makeDeviceKeys(), makeDeviceKeys()]
  seals = { bern: await first, nairobi: await second, stranger: await third }
})

function planOf(change: Partial<Plan> = {}): Document {
  const payload: Plan = {
    call,
    kind: PLAN_KIND,
    version: 1,
    previous: null,
    at: 1000,
    title: 'Upper Tana Water Treaty',
    start: 2000,
    timeZone: 'UTC',
    languages: ['en'],
    agenda: [],
    modalities: { recording: 'never', ifLineDrops: '', peopleInRoom: '' },
    sides: [
      { side: bern, name: 'Switzerland', flag: 'CH', seal: seals.bern.publicKey },
      { side: nairobi, name: 'Kenya', flag: 'KE', seal: seals.nairobi.publicKey },
    ],
    ...change,
  }
  return { is: 'plan', payload }
}

function delegationOf(version: number, previous: Hash | null): Document {
  const kind = delegationKind(bern)
  const who = { name: 'Livia Spescha', office: '', role: 'note-taker' as const, languages: [] }
  const seats = [{ seat: livia, ...who, rooms: [PLENARY, caucusOf(bern)] }]
  return {
    is: 'delegation',
    payload: { call, kind, version, previous, at: 1000, side: bern, seats },
  }
}

function withdrawalOf(version: number, seats: readonly (typeof livia)[]): Document {
  const kind = withdrawalKind(bern)
  const withdrawn = seats.map((seat) => ({ seat, passVersion: 1, at: 1000 }))
  const payload = { call, kind, version, previous: null, at: 1000, side: bern, withdrawn }
  return { is: 'withdrawal', payload }
}

async function signed(document: Document, side: SideId, by: Seal): Promise<Received> {
  const { kind, version } = document.payload
  return { kind, version, side, jws: await signDocument(by.signingKey, document) }
}

async function byBoth(document: Document): Promise<Received[]> {
  return [await signed(document, bern, seals.bern), await signed(document, nairobi, seals.nairobi)]
}

async function after(received: readonly Received[], seen = nothingSeen): Promise<DocumentsView> {
  let state = noDocuments({ call, side: bern, seal: seals.bern.publicKey }, seen.root)
  for (const one of received) state = await takeDocument(state, one)
  return viewOf(state, seen)
}

const hashOfAll = async ([first]: readonly Received[]) => hashOf(first?.jws ?? '')

test('documents say the same in whatever order they come', async () => {
  const plan = await byBoth(planOf())
  const next = await byBoth(
    planOf({ version: 3, previous: await hashOfAll(plan), title: 'Second' }),
  )
  const delegation = await byBoth(delegationOf(1, null))
  const withdrawal = [await signed(withdrawalOf(1, [livia]), bern, seals.bern)]
  const all = [...plan, ...next, ...delegation, ...withdrawal]
  const expected = await after(all)
  expect(expected.plan?.payload.title).toBe('Second')
  expect(expected.root).toBe(await hashOfAll(plan))
  expect(expected.lists.seats.get(livia)?.name).toBe('Livia Spescha')

  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (shuffled) => {
      const view = await after([...shuffled, ...shuffled])
      expect(view.heads).toEqual(expected.heads)
      expect(view.lists).toEqual(expected.lists)
    }),
    { numRuns: 20 },
  )
})

test('a plan that one side alone signed is a draft, and says whom it awaits', async () => {
  const [first] = await byBoth(planOf())
  if (!first) throw new Error('Two sides signed')

  const view = await after([first])

  expect(view.plan).toBe(undefined)
  expect(view.drafts).toMatchObject([{ signedBy: [bern], awaits: [nairobi] }])
})

test('whoever makes up a plan with seals of their own is not believed', async () => {
  const { stranger } = seals
  const sides = [
    { side: bern, name: 'Switzerland', flag: 'CH', seal: stranger.publicKey },
    { side: nairobi, name: 'Kenya', flag: 'KE', seal: seals.nairobi.publicKey },
  ]
  const madeUp = planOf({ sides })

  const view = await after([
    await signed(madeUp, bern, stranger),
    await signed(madeUp, nairobi, seals.nairobi),
  ])

  expect(view.plan).toBe(undefined)
  expect(view.drafts).toEqual([])
})

test('a made-up plan does not keep the real one of that version out', async () => {
  const { stranger } = seals
  const sides = [
    { side: bern, name: 'Switzerland', flag: 'CH', seal: seals.bern.publicKey },
    { side: nairobi, name: 'Kenya', flag: 'KE', seal: stranger.publicKey },
  ]
  const madeUp = await signed(planOf({ sides }), nairobi, stranger)

  const view = await after([madeUp, ...(await byBoth(planOf()))])

  expect(view.plan?.payload.sides[1]?.seal).toBe(seals.nairobi.publicKey)
})

test('a later plan with another side or another seal is never agreed', async () => {
  const plan = await byBoth(planOf())
  const previous = await hashOfAll(plan)
  const { stranger } = seals
  const sides = [
    { side: bern, name: 'Switzerland', flag: 'CH', seal: seals.bern.publicKey },
    { side: nairobi, name: 'Kenya', flag: 'KE', seal: seals.nairobi.publicKey },
    { side: lagos, name: 'Nigeria', flag: 'NG', seal: stranger.publicKey },
  ]
  const widened = planOf({ version: 2, previous, sides })

  const view = await after([
    ...plan,
    ...(await byBoth(widened)),
    await signed(widened, lagos, stranger),
  ])

  expect(view.plan?.version).toBe(1)
  expect([...view.seals.keys()]).toEqual([bern, nairobi])
})

test('what the server files under another name, version or side is passed over', async () => {
  const plan = await byBoth(planOf())
  const [delegation] = await byBoth(delegationOf(1, null))
  if (!delegation) throw new Error('Two sides signed')

  const view = await after([
    ...plan,
    { ...delegation, version: 2 },
    { ...delegation, side: nairobi },
    { ...delegation, kind: delegationKind(nairobi) },
  ])

  expect(view.drafts).toEqual([])
})

test('a withdrawal counts at once, by its own side alone, and is not taken back by a later one', async () => {
  const plan = await byBoth(planOf())

  const view = await after([
    ...plan,
    await signed(withdrawalOf(1, [livia]), bern, seals.bern),
    await signed(withdrawalOf(2, []), bern, seals.bern),
  ])
  const forged = await after([
    ...plan,
    await signed(withdrawalOf(1, [livia]), bern, seals.nairobi),
    await signed(withdrawalOf(1, [livia]), nairobi, seals.nairobi),
  ])

  expect(view.lists.withdrawn.map(({ seat }) => seat)).toEqual([livia])
  expect(view.heads[withdrawalKind(bern)]?.[0]).toBe(2)
  expect(forged.lists.withdrawn).toEqual([])
})

test('of two withdrawals that a side signed for one version both count, in whatever order they come (R12)', async () => {
  const plan = await byBoth(planOf())
  const one = await signed(withdrawalOf(1, [livia]), bern, seals.bern)
  const other = await signed(withdrawalOf(1, [brian]), bern, seals.bern)

  const here = await after([...plan, one, other])
  const there = await after([...plan, other, one])
  const seen = raise({ root: here.root, seen: {} }, (await after([...plan, one])).heads)

  for (const view of [here, there])
    expect(view.lists.withdrawn.map(({ seat }) => seat).toSorted()).toEqual(
      [livia, brian].toSorted(),
    )
  expect(here.heads).toEqual(there.heads)
  expect((await after([...plan, one, other], seen)).missing).toEqual([])
})

test('however many withdrawals a side signs for one version, heads agree, and it is said (R12)', async () => {
  const plan = await byBoth(planOf())
  const seats = Array.from({ length: 6 }, () => newSeatId())
  const withdrawals = await Promise.all(
    seats.map((seat) => signed(withdrawalOf(1, [seat]), bern, seals.bern)),
  )

  const here = await after([...plan, ...withdrawals])
  const there = await after([...plan, ...withdrawals.toReversed()])
  const honest = await after([...plan, ...withdrawals.slice(0, 1)])

  expect(there.heads).toEqual(here.heads)
  expect(here.lists.withdrawn).toHaveLength(6)
  expect([...here.signedTwice]).toEqual([bern])
  expect(honest.signedTwice.size).toBe(0)
})

test('a pass counts by its own side, and the newest of a seat is the one', async () => {
  const plan = await byBoth(planOf())
  const device = await makeDeviceKeys()
  const passOf = (version: number): Document => ({
    is: 'pass',
    payload: {
      call,
      kind: passKind(brian),
      version,
      previous: null,
      at: 1000,
      side: nairobi,
      seat: brian,
      device: device.publicKey,
      agreement: device.agreement,
      listen: false,
      notBefore: 1000,
      expires: 2000,
    },
  })

  const view = await after([
    ...plan,
    await signed(passOf(2), nairobi, seals.nairobi),
    await signed(passOf(1), nairobi, seals.nairobi),
    await signed(passOf(3), nairobi, seals.bern),
  ])

  expect(view.lists.passVersions).toEqual(new Map([[brian, 2]]))
})

test.each([
  ['a seat of another', livia, undefined],
  ['the console of another’s aide', aidePlaceOf(livia), livia],
])('no side withdraws %s, or puts a pass above its pass', async (_whose, seat, drives) => {
  const { nairobi: other } = seals
  const kind = withdrawalKind(nairobi)
  const withdrawn = [{ seat, passVersion: 1, at: 1000 }]
  const payload = { call, kind, version: 1, previous: null, at: 1000, side: nairobi, withdrawn }
  const device = await makeDeviceKeys()
  const pass: Document = {
    is: 'pass',
    payload: {
      call,
      kind: passKind(seat),
      version: 9,
      previous: null,
      at: 1000,
      side: nairobi,
      seat,
      drives,
      device: device.publicKey,
      agreement: device.agreement,
      listen: false,
      notBefore: 1000,
      expires: 2000,
    },
  }

  const view = await after([
    ...(await byBoth(planOf())),
    ...(await byBoth(delegationOf(1, null))),
    await signed({ is: 'withdrawal', payload }, nairobi, other),
    await signed(pass, nairobi, other),
  ])

  expect(view.lists.withdrawn).toEqual([])
  expect(view.lists.passVersions).toEqual(new Map())
})

test('what one saw before is missed until it is there again', async () => {
  const plan = await byBoth(planOf())
  const next = await byBoth(
    planOf({ version: 2, previous: await hashOfAll(plan), title: 'Second' }),
  )
  const other = await byBoth(
    planOf({ version: 2, previous: await hashOfAll(plan), title: 'Other' }),
  )
  const before = await after([...plan, ...next])
  const seen = raise({ root: before.root, seen: {} }, before.heads)

  expect((await after([], seen)).missing).toEqual([PLAN_KIND])
  expect((await after(plan, seen)).missing).toEqual([PLAN_KIND])
  expect((await after([...plan, ...other], seen)).missing).toEqual([PLAN_KIND])
  expect((await after([...plan, ...next], seen)).missing).toEqual([])
})

test('while a withdrawal that one saw is held back nobody is on the lists (R11)', async () => {
  const agreed = [...(await byBoth(planOf())), ...(await byBoth(delegationOf(1, null)))]
  const withdrawal = await signed(withdrawalOf(1, [livia]), bern, seals.bern)
  const before = await after([...agreed, withdrawal])
  const seen = raise({ root: before.root, seen: {} }, before.heads)

  const behind = await after(agreed, seen)

  expect(behind.missing).toEqual([withdrawalKind(bern)])
  expect(behind.lists.seats.size).toBe(0)
  expect((await after([...agreed, withdrawal], seen)).lists.seats.size).toBe(1)
})

test('the first agreed plan that one remembers is not replaced by another first one', async () => {
  const real = await byBoth(planOf())
  const other = await byBoth(planOf({ title: 'Another beginning', version: 2 }))
  const root = await hashOfAll(real)

  expect((await after(other, { root, seen: {} })).plan).toBe(undefined)
  expect((await after([...other, ...real], { root, seen: {} })).root).toBe(root)
})
