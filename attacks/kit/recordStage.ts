import {
  Desk,
  exportedRecord,
  RecordBook,
  Releases,
  signRecord,
  signWording,
  type Pushed,
} from '@parley/client'
import { sealEnvelope } from '@parley/group'
import { PLENARY, type PublicKey } from '@parley/protocol'
import { verifyRecord } from '@parley/release'
import {
  derivingKey,
  envelopeKeyOf,
  Secret,
  signEntry,
  utf8,
  type EntryStatement,
  type Seal,
} from '@parley/seal'
import { startServer } from '@parley/server'
import { manualClock, planCall, type ManualClock } from '@parley/testkit'
import type { RecordView } from '../../apps/web/src/model/release/record/recordView.ts'
import { recordViewOf } from '../../apps/web/src/model/release/record/recordViewOf.ts'
import { bentServer, Middle } from './bentServer.ts'

/** A step of the clock, and how long of real time that is waited for: what is under way is over by then. */
const [STEP_MS, STEP_WAIT_MS, LOOK_MS] = [1000, 250, 10]

/** The console of a desk with its record, over a line with an attacker in the middle. */
export class DeskOfRecord {
  readonly desk: Desk
  readonly middle: Middle
  readonly #book: RecordBook

  constructor(desk: Desk, { book, middle }: { book: RecordBook; middle: Middle }) {
    this.desk = desk
    this.middle = middle
    this.#book = book
  }

  /** As its screen shows it. */
  get shown(): RecordView {
    const { side: own } = this.desk.state.record
    return recordViewOf(this.#book.now, { own, trouble: undefined })
  }

  /** What its screen says that a side said of the newest wording, this one's own first. */
  get said(): readonly (string | undefined)[] {
    const { wording, own } = this.shown
    const all = wording?.said ?? []
    return [true, false].map((isOwn) => all.find(({ side }) => (side === own) === isOwn)?.is)
  }

  /** What is told on its screen, one by one, and whose it is. */
  get told(): readonly string[] {
    return this.#book.now.entries.flatMap(({ entry, signer }) =>
      entry.what.flatMap((one) => (one.is === 'published' ? [`${signer.side} ${one.kind}`] : [])),
    )
  }

  /** Says for the record that it published something. */
  async notes(kind: string): Promise<void> {
    const at = this.desk.hands.clock.nowMs()
    const hash = this.desk.state.documents.root
    if (!hash) throw new Error('A plan is agreed')
    this.#book.note({ is: 'published', at, kind, version: 1, hash })
    await this.#book.flush()
  }

  /** Its officer signs the record as it is here. */
  async signs(): Promise<void> {
    await signRecord(this.#book)
    await this.#book.settled()
  }

  /** Its officer signs what another side signed. */
  async signsTheSame(): Promise<void> {
    const { wording } = this.shown
    if (!wording) throw new Error('Nobody signed')
    await signWording(this.#book, wording.hash)
  }

  /** The file that it hands out. */
  handsOut(): Promise<string> {
    return exportedRecord(this.#book)
  }

  /** From now on it is shown nothing that others say for the record or sign of it; gives what tells it after all. */
  isKeptApart(): () => void {
    const { middle } = this
    const { side } = this.desk.state.record
    const isOthers = (told: Pushed) => {
      if (told.type === 'document') return told.kind === 'record' && told.side !== side
      if (told.type !== 'logged') return false
      const { envelope } = told
      return !middle.asked.some((asked) => asked.type === 'append' && asked.envelope === envelope)
    }
    const hidden: Pushed[] = []
    middle.tell = (told) => {
      if (!isOthers(told)) return numbered(told, -documentsIn(hidden))
      hidden.push(told)
      return undefined
    }
    middle.answer = (asked, result) => {
      if (asked.type !== 'read-kept') return result
      const entries = result['entries'] as { envelope: string }[]
      return { entries: entries.filter(({ envelope }) => !has(hidden, envelope)) }
    }
    return () => {
      middle.tell = (told) => told
      middle.answer = (_asked, result) => result
      const last = Math.max(
        ...middle.told.map((told) => (told.type === 'document' ? told.number : 0)),
      )
      for (const [at, told] of hidden.entries()) {
        const number = last - documentsIn(hidden.slice(at + 1))
        middle.invent(told.type === 'document' ? { ...told, number } : told)
      }
    }
  }
}

/** A desk counts what it is told: under the number that comes next in its own eyes. */
function numbered(told: Pushed, shift: number): Pushed {
  return told.type === 'document' ? { ...told, number: told.number + shift } : told
}

function documentsIn(all: readonly Pushed[]): number {
  return all.filter(({ type }) => type === 'document').length
}

function has(all: readonly Pushed[], envelope: string): boolean {
  return all.some((told) => told.type === 'logged' && told.envelope === envelope)
}

/** Two desks whose call was held, and an attacker on the line of each. */
export class RecordStage implements AsyncDisposable {
  readonly one: DeskOfRecord
  readonly two: DeskOfRecord
  readonly #clock: ManualClock
  readonly #parts: AsyncDisposableStack

  private constructor(
    [one, two]: readonly [DeskOfRecord, DeskOfRecord],
    of: { clock: ManualClock; parts: AsyncDisposableStack },
  ) {
    this.one = one
    this.two = two
    this.#clock = of.clock
    this.#parts = of.parts
  }

  static async open(): Promise<RecordStage> {
    await using parts = new AsyncDisposableStack()
    const clock = manualClock(Date.now())
    const running = parts.use(await startServer())
    const planned = parts.use(await planCall(running, { seatsEach: 1, clock }))
    const consoleAt = async (place: 0 | 1): Promise<DeskOfRecord> => {
      const { record } = planned.desks[place].state
      await planned.desks[place][Symbol.asyncDispose]()
      const [middle, store] = [new Middle(), planned.stores[place]]
      const server = bentServer(planned.server, middle)
      const desk = parts.use(await Desk.open({ server, store, clock }, record))
      const { call } = record
      const releases = parts.use(new Releases({ call, documents: desk.documents }))
      const book = await RecordBook.open({ desk, releases, store })
      return new DeskOfRecord(desk, { book: parts.use(book), middle })
    }
    const desks = [await consoleAt(0), await consoleAt(1)] as const
    await desks[0].desk.connection.request({ type: 'found', room: PLENARY, envelope: 'founding' })
    return new RecordStage(desks, { clock, parts: parts.move() })
  }

  get both(): readonly [DeskOfRecord, DeskOfRecord] {
    return [this.one, this.two]
  }

  /** The desk on whose screen a side says the first of the newest wording, and the other side the second. */
  async whereIsSaid(own: string, other: string): Promise<DeskOfRecord> {
    const isThere = ({ said }: DeskOfRecord) => said[0] === own && said[1] === other
    await this.until(() => this.both.some(isThere), 5000)
    return this.both.find(isThere) ?? this.one
  }

  /** One officer signs the record as it is there, and the other then the same, which proves it. */
  async isSignedByBoth(first: DeskOfRecord, second: DeskOfRecord): Promise<boolean> {
    await first.signs()
    await this.until(() => second.shown.signing === 'may-sign-same', 15_000)
    await second.signsTheSame()
    await this.until(() => this.both.every(({ shown }) => shown.signing === 'agreed'), 5000)
    const texts = await Promise.all(this.both.map((desk) => desk.handsOut()))
    const verdict = await verifyRecord(utf8(texts[0] ?? ''))
    const areAll = verdict.is === 'proven' && verdict.sides.every(({ is }) => is === 'signed')
    return areAll && texts[0] === texts[1]
  }

  /** Moves the clock until it is so, and gives how long that took, in milliseconds. */
  async until(isSo: () => boolean, withinMs: number): Promise<number> {
    for (let ms = 0; ms <= withinMs; ms += STEP_MS) {
      for (let waited = 0; waited < STEP_WAIT_MS; waited += LOOK_MS) {
        if (isSo()) return ms
        // oxlint-disable-next-line no-await-in-loop -- look after look
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
      }
      this.#clock.advance(STEP_MS)
    }
    throw new Error(`Within ${withinMs} ms it was not so: ${isSo.toString()}`)
  }

  /** Puts an entry into the log that a key signs in somebody’s name: whoever holds K and has a line can. */
  async puts(key: Seal, by: PublicKey, kind: string): Promise<void> {
    const { record, documents } = this.one.desk.state
    const { call, callSecret } = record
    const hash = documents.root
    if (!hash) throw new Error('A plan is agreed')
    const at = this.#clock.nowMs()
    const what: EntryStatement['what'] = [{ is: 'published', at, kind, version: 1, hash }]
    const chain = { n: 1, previous: null, heard: null }
    const said = { call, room: PLENARY, by, ...chain, at, what }
    const { jws } = await signEntry(key.signingKey, said)
    const secret = await derivingKey(new Secret(new Uint8Array(callSecret)))
    const to = { key: await envelopeKeyOf(secret, PLENARY), call, room: PLENARY }
    const envelope = await sealEnvelope(to, { kind: 'entry', epoch: 0, statement: utf8(jws) })
    const append = { type: 'append', room: PLENARY, commit: false, keep: true } as const
    await this.one.desk.connection.request({ ...append, envelope })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#parts.disposeAsync()
  }
}
