import { parseDone, Refusal, type Hash } from '@parley/protocol'
import { approvalHash, jointKind, type Block, type DraftText } from '@parley/release'
import { startServer } from '@parley/server'
import { cuttableLine, memoryKeyStore, planCall } from '@parley/testkit'
import { expect, test, vi } from 'vitest'
import { Desk } from '../../desk/desk.ts'
import type { KeyStore } from '../../enrolment/keyStore.ts'
import { serverAt, type Server } from '../../server.ts'
import { systemClock } from '../../tools/systemClock.ts'
import { agreedReleases } from '../releaseState.ts'
import { Releases } from '../releases.ts'
import { acceptLine, answerLine, linesOf, proposeLine } from './lines.ts'
import { publishOver } from './publishOver.ts'
import { ReadoutDesk, readoutsOf } from './readoutDesk.ts'
import { readoutFiles } from './readoutFiles.ts'
import { ReadoutSeat } from './readoutSeat.ts'
import { publishReadout, signReadout, type Publish } from './signReadout.ts'

const paragraph = (text: string): Block => ({ is: 'paragraph', runs: [{ text }] })
const saying =
  (...lines: string[]) =>
  (text: DraftText): DraftText => ({
    ...text,
    wording: { ...text.wording, title: 'Talks on water', body: lines.map(paragraph) },
  })
const linesIn = (readout: ReadoutDesk) =>
  readout.state.drafting.text.wording.body.map((block) =>
    'runs' in block ? (block.runs[0]?.text ?? '') : '',
  )

const line = (text: string) => ({ texts: [{ language: 'en', text }] })
const cannotPublish: Publish = () => Promise.reject(new Error('It is not asked for'))

/** The line whose newest wording that is, once it is there. */
function proposed({ releases }: ReadoutDesk, hash: Hash) {
  return vi.waitFor(() => {
    const found = linesOf(releases).find(({ newest }) => newest.hash === hash)
    if (!found) throw new Error('It is not there yet')
    return found
  })
}

/** Two desks that agreed, two seats on each side. */
async function stage() {
  await using parts = new AsyncDisposableStack()
  const running = parts.use(await startServer())
  const planned = parts.use(await planCall(running, { seatsEach: 2, clock: systemClock }))
  const stays = parts.move()

  /** The readouts of that side, at its first console or at one more. */
  async function readoutAt(
    place: 0 | 1,
    { another, server = planned.server }: { another?: KeyStore; server?: Server } = {},
  ): Promise<ReadoutDesk> {
    const store = another ?? planned.stores[place]
    const desk = another
      ? await openConsole(planned.desks[place], { store, server })
      : planned.desks[place]
    const { call } = desk.state.record
    const releases = stays.use(new Releases({ call, documents: desk.documents }))
    return stays.use(await ReadoutDesk.open({ hands: desk.hands, releases, store, language: 'en' }))
  }

  async function openConsole(of: Desk, { store, server }: { store: KeyStore; server: Server }) {
    const { record } = of.state
    await store.desks.write(`${record.call} ${record.side}`, record)
    return stays.use(await Desk.open({ server, clock: systemClock, store }, record))
  }

  /** A device of that seat, with the readout of its side. */
  async function seatAt(place: number): Promise<ReadoutSeat> {
    const { seat } = planned.seats[place] ?? {}
    if (!seat) throw new Error('There are four')
    const open = await planned.sit(seat)
    return stays.use(await ReadoutSeat.open(open, { clock: systemClock }))
  }

  return { running, planned, readoutAt, seatAt, [Symbol.asyncDispose]: () => stays.disposeAsync() }
}

test('what two consoles of a desk write at once is all in one text (R101)', async () => {
  await using call = await stage()
  const one = await call.readoutAt(0)
  one.change(saying('They met.', 'They spoke of gauges.'))
  await one.save()
  const other = await call.readoutAt(0, { another: memoryKeyStore() })
  await vi.waitFor(() => expect(linesIn(other)).toHaveLength(2))

  one.change(saying('They met in Geneva.', 'They spoke of gauges.'))
  other.change(saying('They met.', 'They spoke of gauges and of storage.'))
  await Promise.all([one.save(), other.save()])

  await vi.waitFor(() => {
    for (const console of [one, other])
      expect(linesIn(console)).toEqual([
        'They met in Geneva.',
        'They spoke of gauges and of storage.',
      ])
  })
  expect(one.state.drafting.text.clashes).toEqual([])
})

test('a sentence that two consoles write differently stands in both wordings, and both are told (R101)', async () => {
  await using call = await stage()
  const one = await call.readoutAt(0)
  one.change(saying('They met.'))
  await one.save()
  const other = await call.readoutAt(0, { another: memoryKeyStore() })
  await vi.waitFor(() => expect(linesIn(other)).toHaveLength(1))

  one.change(saying('They met in Geneva.'))
  other.change(saying('They met in Nairobi.'))
  await one.save()
  await other.save()

  await vi.waitFor(() => {
    for (const console of [one, other]) {
      expect(linesIn(console)).toEqual(['They met in Geneva.', 'They met in Nairobi.'])
      expect(console.state.drafting.text.clashes).toHaveLength(1)
    }
  })
})

test('what was typed and never sent is there again in the same browser (R101)', async () => {
  await using call = await stage()
  const store = memoryKeyStore()
  const wire = cuttableLine(call.running.url)
  {
    await using readout = await call.readoutAt(0, {
      another: store,
      server: serverAt(call.running.url, wire.dial),
    })
    wire.cut()
    readout.change(saying('Typed while the line was lost.'))
    await readout.save()
    expect(readout.state.drafting.trouble).toBe('away')
  }

  const again = await call.readoutAt(0, { another: store })

  expect(linesIn(again)).toEqual(['Typed while the line was lost.'])
  await again.save()
  const elsewhere = await call.readoutAt(0, { another: memoryKeyStore() })
  expect(linesIn(elsewhere)).toEqual(['Typed while the line was lost.'])
})

test('of a draft neither the other side nor the server has a word (R1, R101)', async () => {
  await using call = await stage()
  const own = await call.readoutAt(0)
  const theirs = await call.readoutAt(1)
  own.change(saying('A word that only we know.'))
  await own.save()
  await own.keepVersion('before the call')
  await signReadout(own, own.state.drafting.text.wording)

  await theirs.side.reload()

  expect(theirs.state.side).toMatchObject({ draft: undefined, versions: [], readouts: [] })
  expect(readoutsOf(own.state.side)).toHaveLength(1)
  expect(own.state.side.versions.map(({ note }) => note)).toEqual(['before the call'])
})

test('a seat of the side reads the draft and comments on it, signed by its device (R102)', async () => {
  await using call = await stage()
  const desk = await call.readoutAt(0)
  desk.change(saying('They met.'))
  await desk.save()

  const adviser = await call.seatAt(0)
  expect(adviser.state.draft?.text.wording.title).toBe('Talks on water')
  await adviser.comment({ quote: 'met', text: 'Say where.' })
  await adviser.comment({ quote: '', text: 'And when.' })

  await vi.waitFor(() => {
    const [remarks] = [...desk.state.side.remarks.values()]
    expect(remarks?.comments.map(({ text }) => text)).toEqual(['Say where.', 'And when.'])
  })
})

test('an approval names the very wording, and a seat of the other side reads nothing (R102)', async () => {
  await using call = await stage()
  const desk = await call.readoutAt(0)
  desk.change(saying('They met.'))
  await desk.save()
  const wording = await approvalHash(desk.state.drafting.text.wording)
  const [principal, stranger] = [await call.seatAt(0), await call.seatAt(2)]

  await principal.approve(wording)

  await vi.waitFor(() => {
    const [remarks] = [...desk.state.side.remarks.values()]
    expect(remarks?.approves?.wording).toBe(wording)
  })
  expect(stranger.state.draft).toBeUndefined()
  await principal.approve(null)
  expect(principal.remarks.approves).toBeNull()
})

test('a line that the other side accepts is agreed, and one that it declines is not (R103)', async () => {
  await using call = await stage()
  const [own, theirs] = [await call.readoutAt(0), await call.readoutAt(1)]
  const first = await proposeLine(own, line('We meet again.'))
  await proposed(theirs, first)
  await acceptLine(theirs, first)

  const second = await proposeLine(own, line('We agreed on all.'))
  const { n } = await proposed(theirs, second)
  await answerLine(theirs, { line: second, answer: 'declined', reason: 'Not on all.' })
  await vi.waitFor(async () =>
    expect((await proposed(own, second)).newest.standing).toMatchObject({
      is: 'declined',
      reason: 'Not on all.',
    }),
  )
  const third = await proposeLine(theirs, { ...line('We agreed on much.'), n })
  await proposed(own, third)
  await acceptLine(own, third)

  for (const { releases } of [own, theirs])
    // oxlint-disable-next-line no-await-in-loop -- one side after the other
    await vi.waitFor(() => {
      expect(linesOf(releases).map(({ newest }) => newest.standing.is)).toEqual([
        'agreed',
        'agreed',
      ])
      expect(agreedReleases(releases.state, 'joint', jointKind(n)).at(-1)?.hash).toBe(third)
    })
})

test('what is published begins with what was published before, and names it (R104)', async () => {
  await using call = await stage()
  const desk = await call.readoutAt(0)
  const publications: Parameters<Publish>[0][] = []
  const publish: Publish = async (one) => void publications.push(one)
  desk.change(saying('They met in Genf.'))
  const unpublished = await signReadout(desk, desk.state.drafting.text.wording)
  desk.change(saying('They met in Geneva.'))
  const first = await signReadout(desk, desk.state.drafting.text.wording)
  await publishReadout(desk, { hash: first, how: 'by-hand', publish })
  desk.change(saying('They met in Geneva in March.'))
  const second = await signReadout(desk, desk.state.drafting.text.wording)

  await publishReadout(desk, { hash: second, how: 'by-hand', publish })

  const [, last] = publications
  expect(last?.item).toBe(`readout/${desk.hands.book.record.side}`)
  expect(last?.versions).toHaveLength(2)
  const byHash = new Map(readoutsOf(desk.state.side).map(({ hash, payload }) => [hash, payload]))
  expect(byHash.get(first)?.previous).toBeNull()
  expect(byHash.get(second)?.previous).toBe(first)
  expect(byHash.get(unpublished)?.version).toBe(1)
  expect(desk.state.drafting.text.sent.map(({ hash }) => hash)).toEqual([first, second])
})

test('the joint lines in a text are published before it, and saved with it as they lie beside the public page (R103, R104)', async () => {
  await using call = await stage()
  const [own, theirs] = [await call.readoutAt(0), await call.readoutAt(1)]
  const text = 'We meet again.'
  const line1 = await proposeLine(own, line(text))
  await proposed(theirs, line1)
  await acceptLine(theirs, line1)
  await vi.waitFor(async () =>
    expect((await proposed(own, line1)).newest.standing.is).toBe('agreed'),
  )
  await proposeLine(own, line('Nobody signed this.'))
  const publications: Parameters<Publish>[0][] = []
  const publish: Publish = async (one) => {
    publications.push(one)
    await publishOver(own.hands.connection)(one)
  }
  const until = systemClock.nowMs() + 3_600_000
  own.change((draft) => {
    const { wording, ...rest } = saying('They met.')(draft)
    const joint: Block = { is: 'paragraph', runs: [{ text }], joint: line1 }
    const embargo = { until, timeZone: 'Europe/Zurich' }
    return { ...rest, wording: { ...wording, body: [...wording.body, joint], embargo } }
  })
  const hash = await signReadout(own, own.state.drafting.text.wording)
  expect(readoutFiles(own)).toEqual([])

  await publishReadout(own, { hash, how: 'early', publish })

  const item = `readout/${own.hands.book.record.side}`
  expect(publications.map((one) => [one.item, one.until, one.versions[0]?.length])).toEqual([
    ['joint/1', until, 2],
    [item, until, 1],
  ])
  const { connection } = own.hands
  const { published } = parseDone(
    'list-published',
    await connection.request({ type: 'list-published' }),
  )
  expect(published.map((one) => [one.item, one.publicFrom])).toEqual([
    ['joint/1', until],
    [item, until],
  ])
  const files = readoutFiles(own)
  expect(files.map(({ name }) => name)).toEqual([`${item.replace('/', '-')}.json`, 'joint-1.json'])
  expect(JSON.parse(files[1]?.text ?? '')).toEqual({
    parley: 1,
    item: 'joint/1',
    versions: publications[0]?.versions,
  })
})

test('what this side did not sign is not published (R104)', async () => {
  await using call = await stage()
  const desk = await call.readoutAt(0)
  const hash = await approvalHash(desk.state.drafting.text.wording)

  await expect(
    publishReadout(desk, { hash, how: 'by-hand', publish: cannotPublish }),
  ).rejects.toThrow(new Refusal('malformed'))
})
