import type { Clock } from '@parley/call'
import type { EnvelopeTo } from '@parley/group'
import { PLENARY, type Hash } from '@parley/protocol'
import {
  behind,
  inOrder,
  missingFrom,
  type CountedEntry,
  type ReadPapers,
  type RecordFile,
} from '@parley/release'
import { derivingKey, envelopeKeyOf, Secret, type EntryEvent } from '@parley/seal'
import type { Desk } from '../desk/desk.ts'
import type { DeskHands } from '../desk/deskHands.ts'
import { deskName, type KeyStore } from '../enrolment/keyStore.ts'
import type { Releases } from '../release/releases.ts'
import { Reconciler } from '../tools/reconciler.ts'
import { EntryChain } from './entryChain.ts'
import { EntryExchange } from './entryExchange.ts'
import { followEntries, EntryLog } from './entryLog.ts'
import { OwnSignatures } from './ownSignatures.ts'
import {
  countedBy,
  fileOfWording,
  newestWording,
  type RecordGround,
  type RecordWording,
} from './recordWording.ts'
import { UnsaidEntries } from './unsaidEntries.ts'

/** Larger: a console that closes has less of what came last. Smaller: it writes to its disk all the time. */
const KEPT_AFTER_MS = 3000

/** The record as a desk has it. */
export type RecordNow = {
  /** Whether all that the server had at first was read. */
  readonly isCaughtUp: boolean
  /** What is agreed; nothing before a plan is. */
  readonly papers: ReadPapers | undefined
  /** Those that count, in their order. */
  readonly entries: readonly CountedEntry[]
  /** The newest wording that anybody signed. */
  readonly wording: KnownWording | undefined
}

/** A wording as it looks from here. */
export type KnownWording = RecordWording & {
  /** The file it is of, where this desk comes to the very same. */
  readonly file: RecordFile | undefined
  /** How many entries this desk has that are not in it. */
  readonly beside: number
}

const NOTHING: RecordNow = {
  isCaughtUp: false,
  papers: undefined,
  entries: [],
  wording: undefined,
}

/** The record of a call in the hands of a desk: it collects what is said for it, keeps it, and lacks nothing that another desk has. */
export class RecordBook implements AsyncDisposable {
  readonly #desk: Desk
  readonly #clock: Clock
  readonly #log: EntryLog
  readonly #chain: EntryChain
  readonly #exchange: EntryExchange
  readonly #own: OwnSignatures
  readonly #releases: Releases
  readonly #shelf: KeyStore['records']
  readonly #parts = new AsyncDisposableStack()
  readonly #hearers = new Set<(now: RecordNow) => void>()
  readonly #judging = new Reconciler<undefined>(() => this.#judge())
  #now = NOTHING
  #isCaughtUp = false
  #keeping: Disposable | undefined

  private constructor(
    { desk, releases, store }: BookParts,
    { envelope }: { envelope: EnvelopeTo },
  ) {
    const { connection, clock, book } = desk.hands
    this.#desk = desk
    this.#clock = clock
    this.#releases = releases
    this.#shelf = store.records
    const news = followEntries(connection, envelope)
    this.#log = this.#parts.use(new EntryLog({ connection, envelope, news }))
    const { publicKey: by, signingKey: key } = book.record.seal
    const counts = (one: string) => this.#now.entries.some(({ entry }) => entry.by === one)
    const chainParts = { connection, clock, envelope, log: this.#log, counts }
    const unsaid = new UnsaidEntries(store.unsaid, this.#name)
    this.#chain = this.#parts.use(new EntryChain({ ...chainParts, unsaid }, { by, key }))
    this.#exchange = this.#parts.use(new EntryExchange({ ...chainParts, chain: this.#chain }))
    this.#own = new OwnSignatures(desk.hands)
  }

  /** Reads what this browser kept, and what the server has. */
  static async open(parts: BookParts): Promise<RecordBook> {
    const { call, callSecret } = parts.desk.state.record
    const secret = await derivingKey(new Secret(new Uint8Array(callSecret)))
    const key = await envelopeKeyOf(secret, PLENARY)
    const book = new RecordBook(parts, { envelope: { key, call, room: PLENARY } })
    await book.#begin()
    return book
  }

  get now(): RecordNow {
    return this.#now
  }

  /** Hears every change, and now. */
  listen(hear: (now: RecordNow) => void): Disposable {
    this.#hearers.add(hear)
    hear(this.#now)
    return { [Symbol.dispose]: () => void this.#hearers.delete(hear) }
  }

  /** Says for the record what this desk did. */
  note(...events: readonly EntryEvent[]): void {
    this.#chain.note(...events)
  }

  /** Says what was noted without waiting for more of it. Resolves once it is in the log. */
  flush(): Promise<void> {
    return this.#chain.flush()
  }

  /** All that is said for it, by anybody. */
  get log(): EntryLog {
    return this.#log
  }

  /** What signing works with. */
  get hands(): DeskHands {
    return this.#desk.hands
  }

  get releases(): Releases {
    return this.#releases
  }

  /** Resolves once all that is known by now is in what it tells. */
  async settled(): Promise<void> {
    await this.#judging.settled()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#hearers.clear()
    this.#keeping?.[Symbol.dispose]()
    await this.#keep()
    await this.#parts.disposeAsync()
  }

  async #begin(): Promise<void> {
    const kept = await this.#shelf.read(this.#name)
    if (kept) await this.#log.take(kept)
    await this.#chain.sayKept()
    const judge = () => void this.#judging.want(undefined).catch(() => undefined)
    this.#parts.use(
      this.#log.listen(() => {
        this.#keeping ??= this.#clock.after(KEPT_AFTER_MS, () => void this.#keep())
        judge()
      }),
    )
    this.#parts.use(this.#releases.listen(judge))
    this.#parts.use(
      this.#desk.documents.listen(() => {
        this.#chain.note(...this.#own.news())
        judge()
      }),
    )
    void this.#markCaughtUp(judge)
  }

  async #markCaughtUp(judge: () => void): Promise<void> {
    await this.#log.caughtUp
    this.#isCaughtUp = true
    judge()
  }

  async #judge(): Promise<void> {
    const ground = this.#ground()
    if (!ground) return
    const { heads } = this.#desk.documents.documents
    const known = this.#log.entries
    const { read, entries } = await countedBy(ground, { heads, entries: known.values() })
    const wording = newestWording(this.#releases.state)
    const file = wording && (await fileOfWording(ground, { ...wording, entries: known.values() }))
    const byHash = new Map<Hash, CountedEntry>(entries.map((one) => [one.hash, one]))
    const within = new Set(wording && behind(wording.payload.tips, byHash).map(({ hash }) => hash))
    const beside = entries.filter(({ hash }) => !within.has(hash)).length
    this.#now = {
      isCaughtUp: this.#isCaughtUp,
      papers: read,
      entries: inOrder(entries),
      wording: wording && { ...wording, file, beside },
    }
    const wanted = wording?.payload.tips.filter((hash) => !known.has(hash)) ?? []
    this.#exchange.lack([...new Set([...missingFrom(entries), ...wanted])])
    for (const hear of this.#hearers) hear(this.#now)
  }

  #ground(): RecordGround | undefined {
    const { documents } = this.#desk
    const { root, seals } = documents.documents
    if (!root) return undefined
    const { call } = this.#desk.state.record
    return { call, root, seals, signedBy: (side, kind) => documents.signedBy(side, kind) }
  }

  get #name(): string {
    return deskName(this.#desk.state.record)
  }

  async #keep(): Promise<void> {
    this.#keeping = undefined
    const own = [...this.#log.entries.values()].map(({ jws }) => jws)
    if (own.length === 0) return
    await this.#shelf.change(this.#name, (kept = []) => [...new Set([...kept, ...own])])
  }
}

type BookParts = {
  desk: Desk
  releases: Releases
  store: Pick<KeyStore, 'records' | 'unsaid'>
}
