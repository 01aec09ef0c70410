import { startServer, type RunningServer } from '@parley/server'
import { FakeMedia, planCall, type PlannedCall } from '@parley/testkit'
import { recordStory, verifyRecord } from '@parley/release'
import { utf8 } from '@parley/seal'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openCall } from '../call/openCall.ts'
import type { OpenRoom } from '../call/openRoom.ts'
import { Releases } from '../release/releases.ts'
import { systemClock } from '../tools/systemClock.ts'
import { CallRecord } from './callRecord.ts'
import { RecordBook } from './recordBook.ts'
import { exportedRecord, refuseWording, signRecord, signWording } from './recordSigning.ts'

let running: RunningServer
let planned: PlannedCall
let opened: AsyncDisposableStack

beforeEach(async () => {
  opened = new AsyncDisposableStack()
  running = opened.use(await startServer())
  planned = opened.use(await planCall(running, { seatsEach: 1, clock: systemClock }))
})
afterEach(() => opened.disposeAsync())

const within = { timeout: 20_000, interval: 50 }

type Sitting = { open: OpenRoom; record: CallRecord }

async function join(place: number): Promise<Sitting> {
  const { seat } = planned.seats[place] ?? {}
  if (!seat) throw new Error('There are two')
  const at = await planned.sit(seat)
  const open = opened.use(await openCall(at, { media: new FakeMedia(), clock: systemClock }))
  const chosen = { wantsCamera: true, camera: 'default', inputDevice: 'default' }
  open.runner.send({ type: 'join-pressed', atMs: systemClock.nowMs(), chosen })
  await expect.poll(() => open.runner.call.joining.phase, within).toBe('in-call')
  const parts = { seat: at, plenary: open, clock: systemClock }
  return { open, record: opened.use(await CallRecord.open(parts)) }
}

async function bookOf(place: number): Promise<RecordBook> {
  const desk = planned.desks[place]
  const store = planned.stores[place]
  if (!desk || !store) throw new Error('There are two')
  const { call } = desk.state.record
  const releases = opened.use(new Releases({ call, documents: desk.documents }))
  return opened.use(await RecordBook.open({ desk, releases, store }))
}

/** Two were in, one spoke, and both are gone. */
async function hold(): Promise<void> {
  const [one, two] = [await join(0), await join(1)]
  await expect.poll(() => one.open.runner.call.members.size, within).toBe(2)
  await expect.poll(() => one.open.runner.call.heartbeat, within).toBeDefined()
  one.open.runner.send({ type: 'microphone-pressed' })
  await expect.poll(() => one.open.runner.call.microphone.phase, within).toBe('open')
  one.open.runner.send({ type: 'microphone-pressed' })
  await expect.poll(() => one.open.runner.call.microphone.phase, within).toBe('closed')
  await two.record[Symbol.asyncDispose]()
  await one.record[Symbol.asyncDispose]()
}

const storyOf = ({ now }: RecordBook) => now.papers && recordStory(now.entries, now.papers)
const endsOf = (book: RecordBook) =>
  storyOf(book)?.people.flatMap(({ stays }) => stays.map(({ end }) => end))

test('what the devices of two sides said comes to both desks, which sign the same file (R82, R83, R85, R87)', async () => {
  const [first, second] = [await bookOf(0), await bookOf(1)]
  await hold()
  for (const book of [first, second])
    await vi.waitFor(() => expect(endsOf(book)).toEqual(['left', 'left']), within)

  const hash = await signRecord(first)
  await vi.waitFor(() => expect(second.now.wording?.file).toBeDefined(), within)
  await signWording(second, hash)
  await vi.waitFor(() => expect(first.now.wording?.isAgreed).toBe(true), within)

  const exported = await Promise.all([first, second].map(exportedRecord))
  expect(exported[0]).toBe(exported[1])
  expect(await verifyRecord(utf8(exported[0] ?? ''))).toMatchObject({
    is: 'proven',
    sides: [{ is: 'signed' }, { is: 'signed' }],
    gaps: [],
  })
  expect(storyOf(first)?.people[0]?.stays[0]?.microphone).toHaveLength(1)
})

test('a desk that opens after the end reads all of it, and has it still when the server has none (R84)', async () => {
  await hold()
  const late = await bookOf(0)
  await vi.waitFor(() => expect(endsOf(late)).toEqual(['left', 'left']), within)
  await late[Symbol.asyncDispose]()

  const kept = await planned.stores[0].records.all()

  expect(kept.flat()).toHaveLength(late.now.entries.length)
})

test('a side that does not sign says why, and that is in the file (R87)', async () => {
  const [first, second] = [await bookOf(0), await bookOf(1)]
  await hold()
  for (const book of [first, second])
    await vi.waitFor(() => expect(endsOf(book)).toEqual(['left', 'left']), within)

  const hash = await signRecord(first)
  await vi.waitFor(() => expect(second.now.wording?.hash).toBe(hash), within)
  await refuseWording(second, { hash, reason: 'Our note-taker is missing.' })
  await vi.waitFor(() => expect(first.now.wording?.said[1]?.is).toBe('refused'), within)

  expect(await verifyRecord(utf8(await exportedRecord(first)))).toMatchObject({
    is: 'proven',
    sides: [{ is: 'signed' }, { is: 'refused', reason: 'Our note-taker is missing.' }],
  })
})

test('what desks sign of the plan while a console is open is in the record', async () => {
  const book = await bookOf(0)
  await hold()
  const [desk] = planned.desks
  const { seats } = desk.state
  const [seat] = seats
  if (!seat) throw new Error('There is one')
  await desk.declareDelegation({ seats: [{ ...seat, office: 'Adviser' }], telephone: undefined })

  await vi.waitFor(
    () =>
      expect(storyOf(book)?.moments.map(({ event }) => event)).toMatchObject([
        { is: 'signed', kind: `delegation/${desk.state.record.side}`, version: 2 },
      ]),
    within,
  )
})

test('what a desk said before anybody was in the call is kept when its page is gone, and said once somebody is (R84)', async () => {
  const first = await bookOf(0)
  const { headsHash: hash } = planned.desks[0].state.documents
  const said = [1, 2].map((version) => ({ is: 'proposed', kind: 'clip/1', version, hash }) as const)
  for (const [place, event] of said.entries()) {
    first.note({ ...event, at: systemClock.nowMs() })
    void first.flush().catch(() => undefined)
    const kept = () => planned.stores[0].unsaid.all().then((all) => all.flat().length)
    // oxlint-disable-next-line no-await-in-loop -- one entry each
    await expect.poll(kept, within).toBe(place + 1)
  }
  await first[Symbol.asyncDispose]()

  const [again, other] = [await bookOf(0), await bookOf(1)]
  await hold()

  await vi.waitFor(
    () =>
      expect(storyOf(other)?.moments.map(({ event }) => event)).toMatchObject(
        said.map(({ is, version }) => ({ is, version })),
      ),
    { timeout: 40_000, interval: 100 },
  )
  expect(storyOf(again)?.gaps).toEqual([])
  await expect.poll(() => planned.stores[0].unsaid.all(), within).toEqual([[]])
}, 90_000)

test('what a desk says is in the record though its disk keeps nothing (R84)', async () => {
  const { unsaid } = planned.stores[0]
  for (const asked of ['read', 'change'] as const)
    vi.spyOn(unsaid, asked).mockRejectedValue(new DOMException('full', 'QuotaExceededError'))
  const book = await bookOf(0)
  await hold()
  const { headsHash: hash } = planned.desks[0].state.documents

  book.note({ is: 'proposed', kind: 'clip/1', version: 1, hash, at: systemClock.nowMs() })

  await vi.waitFor(
    () => expect(storyOf(book)?.moments).toMatchObject([{ event: { is: 'proposed', version: 1 } }]),
    within,
  )
  expect(storyOf(book)?.gaps).toEqual([])
}, 60_000)
