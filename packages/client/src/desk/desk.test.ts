import { caucusOf, PLENARY, Refusal, type SeatId, type SideId } from '@parley/protocol'
import { makeSeal, type ProposedPlan, type Seal } from '@parley/seal'
import { startServer, type RunningServer } from '@parley/server'
import { cuttableLine, manualClock, memoryKeyStore, type ManualClock } from '@parley/testkit'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { enrol, type EnrolmentStep } from '../enrolment/enrol.ts'
import { deskName, type KeyStore, type SeatRecord } from '../enrolment/keyStore.ts'
import { readLink } from '../enrolment/links.ts'
import { openSeat } from '../enrolment/openSeat.ts'
import { serverAt, type Server } from '../server.ts'
import { CannotSign } from './cannotSign.ts'
import { createCall } from './createCall.ts'
import { Desk } from './desk.ts'
import { readInvitation } from './invited.ts'
import { newSeatId, newSideId } from './newIds.ts'
import { openLinks } from './openLinks.ts'

const PAGE = 'https://parley.example'

let running: RunningServer
let server: Server
let clock: ManualClock
let opened: AsyncDisposableStack

beforeEach(async () => {
  opened = new AsyncDisposableStack()
  running = opened.use(await startServer())
  server = serverAt(running.url)
  clock = manualClock(Date.now())
})
afterEach(() => opened.disposeAsync())

const bern = newSideId()
const nairobi = newSideId()

function proposalOf(seal: Seal): ProposedPlan {
  return {
    title: 'Upper Tana Water Treaty',
    start: Date.now(),
    timeZone: 'Europe/Zurich',
    languages: ['fr', 'sw', 'en'],
    agenda: [{ part: 1, title: 'Opening', minutes: 5, open: true }],
    modalities: { recording: 'never', ifLineDrops: '', peopleInRoom: '' },
    sides: [
      { side: bern, name: 'Switzerland', flag: 'CH', seal: seal.publicKey },
      { side: nairobi, name: 'Kenya', flag: 'KE', seal: null },
    ],
  }
}

const seatOf = (seat: SeatId, side: SideId, name: string) => ({
  seat,
  name,
  office: '',
  role: 'adviser' as const,
  languages: ['en'],
  rooms: [PLENARY, caucusOf(side)],
})

async function twoDesks() {
  const [seal, otherSeal] = await Promise.all([makeSeal(), makeSeal()])
  const parts = { server, store: memoryKeyStore(), clock }
  const made = { seal, side: bern, proposal: proposalOf(seal), createToken: running.createToken }
  const first = opened.use(await Desk.open(parts, await createCall(parts, made)))

  const link = readLink(new URL(await first.invite(nairobi, PAGE)).hash)
  if (link?.is !== 'invitation') throw new Error('It invites')
  const others = { server, store: memoryKeyStore(), clock }
  await using invitation = await readInvitation(others, link)
  const accepted = invitation.accept(otherSeal)
  await vi.waitFor(() => expect(first.state.filed.has(nairobi)).toBe(true))
  await first.pinSide({ side: nairobi, seal: otherSeal.publicKey })
  const second = opened.use(await Desk.open(others, await accepted))
  return { first, second, seal, otherSeal, link, stores: [parts.store, others.store] as const }
}

async function agreedCall() {
  const desks = await twoDesks()
  const { first, second, seal } = desks
  await first.signPlan()
  await second.pinSide({ side: bern, seal: seal.publicKey })
  await signWhatWaits(second)
  await vi.waitFor(() => expect(first.state.documents.plan?.version).toBe(1))
  const seats = { livia: newSeatId(), brian: newSeatId() }
  await first.declareDelegation({ seats: [seatOf(seats.livia, bern, 'Livia Spescha')] })
  await second.declareDelegation({ seats: [seatOf(seats.brian, nairobi, 'Brian Otiato')] })
  await Promise.all([signWhatWaits(first), signWhatWaits(second)])
  for (const desk of [first, second]) {
    await vi.waitFor(() => expect(desk.state.documents.lists.seats.size).toBe(2))
  }
  return { ...desks, seats }
}

const recorded = ({ state }: Desk, side: SideId) => state.documents.delegations.get(side)?.payload

/** Signs the one draft that awaits this desk, once it is there. */
async function signWhatWaits(desk: Desk): Promise<void> {
  const draft = await vi.waitFor(() => {
    const { record, documents } = desk.state
    const found = documents.drafts.find(({ awaits }) => awaits.includes(record.side))
    if (!found) throw new Error('Nothing waits yet')
    return found
  })
  await desk.signDraft({ hash: draft.hash })
}

/** A device asks over the link; resolves once its code is on its screen. */
async function asking(link: string, store: KeyStore = memoryKeyStore()) {
  const read = readLink(new URL(link).hash)
  if (read?.is !== 'seat') throw new Error('It is a seat link')
  const code = Promise.withResolvers<string>()
  const show = (step: EnrolmentStep) => {
    if (step.is === 'code') code.resolve(step.code)
  }
  const record = enrol({ server, link: read, store, clock, show })
  record.catch((error: unknown) => code.reject(error))
  return { record, code: await code.promise, store }
}

async function typeAt(desk: Desk, code: string) {
  const device = await vi.waitFor(() => {
    const found = desk.state.asking.find(({ is }) => is === 'awaits-code')
    if (!found) throw new Error('No device shows its code yet')
    return found
  })
  return desk.enrolments.typeCode(device.enrolment, code)
}

async function seated(desk: Desk, seat: SeatId): Promise<{ record: SeatRecord; store: KeyStore }> {
  const { record, code, store } = await asking(await desk.openSeatLink(seat, PAGE))
  expect(await typeAt(desk, code)).toBe('granted')
  return { record: await record, store }
}

test('two desks agree on a plan and on who sits in it, and both hold the same heads', async () => {
  const { first, second } = await agreedCall()

  expect(first.state.documents.plan?.payload.title).toBe('Upper Tana Water Treaty')
  await vi.waitFor(() =>
    expect(second.state.documents.headsHash).toBe(first.state.documents.headsHash),
  )
  expect(second.state.documents.root).toBe(first.state.documents.plan?.hash)
  expect(second.state.documents.drafts).toEqual([])
})

test('a device whose code was typed has the seat, and reads the documents of the call', async () => {
  const { first, seats } = await agreedCall()

  const { record, store } = await seated(first, seats.livia)

  expect(record.seat).toBe(seats.livia)
  expect(record.sideSecret?.extractable).toBe(false)
  expect(record.callSecret.extractable).toBe(false)
  expect(record.deviceKey.extractable).toBe(false)
  const open = opened.use(await openSeat({ server, record, store, clock }))
  await open.documents.caughtUp
  expect(open.connection.standing).toMatchObject({ as: 'device', side: bern, seat: seats.livia })
  await vi.waitFor(() => {
    expect(open.documents.documents.headsHash).toBe(first.state.documents.headsHash)
    expect(open.documents.documents.lists.passVersions.get(seats.livia)).toBe(1)
  })
  expect(open.documents.documents.lists.seats.get(seats.brian)?.name).toBe('Brian Otiato')
  expect(open.documents.documents.missing).toEqual([])
})

test('a wrong code ends the request (R13), and a link is spent by the first device that gets the pass (R14)', async () => {
  const { first, seats } = await agreedCall()
  const link = await first.openSeatLink(seats.livia, PAGE)

  const wrong = await asking(link)
  const other = wrong.code === '000000' ? '000001' : '000000'
  expect(await typeAt(first, other)).toBe('refused')
  await expect(wrong.record).rejects.toThrow(new Refusal('enrolment-ended'))

  const right = await asking(link)
  expect(await typeAt(first, right.code)).toBe('granted')
  await right.record
  await expect(asking(link)).rejects.toThrow(new Refusal('token-spent'))
})

test('a desk signs no plan that names a seal whose code was not compared', async () => {
  const { first, second } = await twoDesks()
  await first.signPlan()

  await expect(signWhatWaits(second)).rejects.toThrow(new CannotSign('not-pinned'))

  expect(second.state.documents.plan).toBe(undefined)
  expect(first.state.documents.plan).toBe(undefined)
})

test('a withdrawn seat counts at once on every list, and its device is let in no more (R7, R12)', async () => {
  const { first, second, seats } = await agreedCall()
  const { record, store } = await seated(first, seats.livia)

  await first.withdrawSeat(seats.livia)

  expect(first.state.documents.lists.withdrawn).toMatchObject([
    { seat: seats.livia, passVersion: 1 },
  ])
  await vi.waitFor(() => expect(second.state.documents.lists.withdrawn).toHaveLength(1))
  await expect(openSeat({ server, record, store, clock })).rejects.toThrow(new Refusal('withdrawn'))

  const again = await seated(first, seats.livia)
  expect(again.record.seat).toBe(seats.livia)
  expect(first.state.documents.lists.passVersions.get(seats.livia)).toBe(2)
})

test('an open console says every minute what its lists are', async () => {
  const { first, second } = await agreedCall()
  const said = () => second.state.documents.deskWords.get(bern)?.payload
  await vi.waitFor(() => expect(said()).toBeDefined())
  const before = said()?.version ?? 0

  clock.advance(60_000)

  await vi.waitFor(() => expect(said()?.version).toBeGreaterThan(before))
  expect(said()?.heads).toEqual(first.state.documents.heads)
})

test('a desk that is opened again is where it was, and a used invitation opens for nobody', async () => {
  const { first, second, link, stores } = await agreedCall()
  const { record } = second.state
  await second[Symbol.asyncDispose]()

  const kept = await stores[1].desks.read(deskName(record))
  if (!kept) throw new Error('A desk is kept')
  const again = opened.use(await Desk.open({ server, store: stores[1], clock }, kept))

  expect(again.state.documents.headsHash).toBe(first.state.documents.headsHash)
  expect(again.state.record.pins[bern]?.because).toBe('compared')
  const third = readInvitation({ server, store: memoryKeyStore(), clock }, link)
  await expect(third).rejects.toThrow(new Refusal('token-spent'))
})

test('what a desk signs while the line is lost is sent when it is back', async () => {
  const { second, first, stores } = await agreedCall()
  const { record } = first.state
  await first[Symbol.asyncDispose]()
  const line = cuttableLine(running.url)
  const away = serverAt(running.url, line.dial)
  const kept = (await stores[0].desks.read(deskName(record))) ?? record
  const desk = opened.use(await Desk.open({ server: away, store: stores[0], clock }, kept))

  line.cut()
  await vi.waitFor(() => expect(desk.state.line.is).toBe('lost'))
  await desk.declareDelegation({ seats: [] })
  expect(desk.state.record.unsent).toHaveLength(1)
  expect(second.state.documents.drafts).toEqual([])
  line.mend()

  await vi.waitFor(() => expect(second.state.documents.drafts).toHaveLength(1), 10_000)
  await vi.waitFor(() => expect(desk.state.record.unsent).toEqual([]))
})

test('a device whose line is lost while its code is read aloud gets its pass all the same', async () => {
  const { first, seats } = await agreedCall()
  const read = readLink(new URL(await first.openSeatLink(seats.livia, PAGE)).hash)
  if (read?.is !== 'seat') throw new Error('It is a seat link')
  const line = cuttableLine(running.url)
  const code = Promise.withResolvers<string>()
  const record = enrol({
    server: serverAt(running.url, line.dial),
    link: read,
    store: memoryKeyStore(),
    clock,
    show: (step) => {
      if (step.is === 'code') code.resolve(step.code)
    },
  })
  const digits = await code.promise

  line.cut()
  expect(await typeAt(first, digits)).toBe('granted')
  line.mend()

  expect((await record).seat).toBe(seats.livia)
})

test('a desk that asks again for what its console showed before shows the very same links', async () => {
  const { first, seats } = await agreedCall()
  const link = await first.openSeatLink(seats.livia, PAGE)

  const { seats: shown } = await openLinks(first.state.record, {
    page: PAGE,
    own: first.state.seats,
  })

  expect(shown).toEqual(new Map([[seats.livia, link]]))
})

test('a list in which a seat records names the key of its desk, and every side agrees to it (R89)', async () => {
  const { first, second, seal } = await agreedCall()
  expect(recorded(second, bern)).not.toHaveProperty('agreement')

  const [livia] = first.state.seats
  if (!livia) throw new Error('There is one')
  await first.declareDelegation({ seats: [{ ...livia, records: true }] })
  await signWhatWaits(second)

  await vi.waitFor(() => expect(recorded(second, bern)?.seats[0]?.records).toBe(true))
  expect(recorded(second, bern)?.agreement).toBe(seal.agreement)
  expect(second.state.documents.lists.seats.get(livia.seat)?.records).toBe(true)
})
