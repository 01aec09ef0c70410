import type { Clock } from '@parley/call'
import { sealEnvelope, type EnvelopeTo } from '@parley/group'
import { Refusal, type Hash, type PublicKey } from '@parley/protocol'
import {
  EntryEvent,
  EVENTS_PER_ENTRY,
  signEntry,
  utf8,
  type EntryStatement,
  type SignedEntry,
} from '@parley/seal'
import * as v from 'valibot'
import { ConnectionLost, type Connection } from '../connection.ts'
import { pause } from '../tools/pause.ts'
import { SerialQueue } from '../tools/serialQueue.ts'
import { within } from '../tools/within.ts'
import type { EntryLog } from './entryLog.ts'
import type { UnsaidEntries } from './unsaidEntries.ts'

/** What happens within it is one entry. Larger: what a page that closes had not said yet is more. Smaller: a microphone that is opened and closed quickly fills the log. */
const GATHER_MS = 2000

/** A line that is away, or a server that has enough for this minute, is asked again. Larger: entries come late. Smaller: questions in vain. */
const AGAIN_MS = 3000

/** The same in a room that nobody has founded yet, which may take days. */
const NO_GROUP_AGAIN_MS = 15_000

/** How long its own entry may take to come back. Larger: one that was withheld is missed for longer. Smaller: a slow log is filled with copies. */
const BACK_WITHIN_MS = 15_000

/** How often an entry is said again. Larger: a log that swallows entries grows. Smaller: one bad minute loses some. */
const SAID_AGAIN = 3

/** How long the last entries of one who leaves are waited for. */
const LAST_WITHIN_MS = 1000

/** How old the word is that is at hand for a page that closes: it tells when one left. Larger: it tells of too early a time. Smaller: more signatures for nothing. */
const FAREWELL_EVERY_MS = 10_000

/** Whose chain it is. */
export type EntrySigner = { by: PublicKey; key: CryptoKey }

type ChainParts = {
  connection: Connection
  clock: Clock
  envelope: EnvelopeTo
  log: EntryLog
  /** Whether entries of that key are some of the record: whoever holds K can write others. */
  counts: (by: PublicKey) => boolean
  /** Where what the log has not taken yet is kept beyond this page. */
  unsaid?: UnsaidEntries
}

/** What one signer has to say for the record, one entry after the other: none is passed over, and each names the one before it. */
export class EntryChain implements AsyncDisposable {
  readonly #parts: ChainParts
  readonly #signer: EntrySigner
  readonly #signing = new SerialQueue()
  readonly #putting = new SerialQueue()
  readonly #pending: EntryEvent[] = []
  readonly #timers = new Map<'gather' | 'farewell' | 'back', Disposable>()
  readonly #onTheirWay = new Map<Hash, { envelope: string; atMs: number; times: number }>()
  #last: { n: number; hash: Hash } | undefined
  #farewell: { envelope: string; signed: SignedEntry } | undefined
  readonly #closing = Promise.withResolvers<'closing'>()
  #isClosing = false
  #isOver = false
  #unput = 0

  constructor(parts: ChainParts, signer: EntrySigner) {
    this.#parts = parts
    this.#signer = signer
  }

  /** What happened. It is signed within two seconds; what cannot be said in an entry is passed over. */
  note(...events: readonly EntryEvent[]): void {
    const sayable = events.filter((event) => v.is(EntryEvent, event))
    if (this.#isOver || sayable.length === 0) return
    this.#pending.push(...sayable)
    if (!this.#timers.has('gather')) this.#after('gather', GATHER_MS, () => void this.#send())
  }

  /** Signs what was noted, now. Resolves once it is in the log. */
  async flush(): Promise<void> {
    this.#stop('gather')
    await this.#send()
  }

  /** Says what was kept when another page of this signer was gone. */
  async sayKept(): Promise<void> {
    const kept = await this.#parts.unsaid?.all()
    for (const envelope of kept ?? []) void this.#putInTurn(envelope)
  }

  /** From now on the word that its signer left is at hand. */
  keepFarewell(): void {
    this.#after('farewell', FAREWELL_EVERY_MS, () => {
      void this.#makeFarewell().catch(() => undefined)
      this.keepFarewell()
    })
  }

  /** Says that its signer left, without waiting for anything: the page is about to be gone. */
  farewell(): void {
    if (!this.#farewell || this.#isOver || this.#hasMore) return
    const { envelope, signed } = this.#farewell
    this.#farewell = undefined
    this.#last = { n: signed.entry.n, hash: signed.hash }
    this.#append(envelope).catch(() => undefined)
  }

  /** What was noted is said before, for as long as that may take. What the log does not take now is tried once more, and no longer. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isOver) return
    this.#isClosing = true
    this.#closing.resolve('closing')
    await within(this.#parts.clock, LAST_WITHIN_MS, this.flush())
    this.#isOver = true
    for (const name of this.#timers.keys()) this.#stop(name)
  }

  get #hasMore(): boolean {
    return this.#pending.length > 0 || this.#unput > 0
  }

  /** Each entry is signed and kept as it comes, however long the log takes none. */
  async #send(): Promise<void> {
    const puts: Promise<void>[] = []
    await this.#signing.run(async () => {
      while (this.#pending.length > 0 && !this.#isOver) {
        const events = this.#pending.slice(0, EVENTS_PER_ENTRY)
        // oxlint-disable-next-line no-await-in-loop -- one entry after the other
        const signed = await this.#sign(events)
        // oxlint-disable-next-line no-await-in-loop -- likewise
        const envelope = await this.#seal(signed)
        this.#pending.splice(0, events.length)
        this.#farewell = undefined
        this.#last = { n: signed.entry.n, hash: signed.hash }
        // oxlint-disable-next-line no-await-in-loop -- likewise
        await this.#parts.unsaid?.add(envelope)
        puts.push(this.#putInTurn(envelope, signed.hash))
      }
    })
    await Promise.all([...puts, this.#putting.run(async () => undefined)])
  }

  async #putInTurn(envelope: string, hash?: Hash): Promise<void> {
    this.#unput += 1
    const became = await this.#putting.run(() => this.#put(envelope))
    this.#unput -= 1
    if (became !== 'left') await this.#parts.unsaid?.remove(envelope)
    if (became === 'taken' && hash) this.#awaitBack(hash, envelope)
  }

  #sign(what: readonly EntryEvent[]): Promise<SignedEntry> {
    const { envelope, log, clock, counts } = this.#parts
    const { by, key } = this.#signer
    const { call, room } = envelope
    const entry: EntryStatement = {
      call,
      room,
      by,
      n: (this.#last?.n ?? 0) + 1,
      previous: this.#last?.hash ?? null,
      heard: log.newestNotBy(by, counts)?.hash ?? null,
      at: clock.nowMs(),
      what: [...what],
    }
    return signEntry(key, entry)
  }

  #seal({ jws }: SignedEntry): Promise<string> {
    const statement = utf8(jws)
    return sealEnvelope(this.#parts.envelope, { kind: 'entry', epoch: 0, statement })
  }

  /** Until the log has it: a line may be away, and a room without a group yet. What is refused for good ends the chain. */
  async #put(envelope: string): Promise<'taken' | 'refused' | 'left'> {
    while (!this.#isOver) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- again until it is there
        await this.#append(envelope)
        return 'taken'
      } catch (error) {
        const againMs = askedAgainAfter(error)
        if (againMs === undefined || this.#isClosing) this.#isOver = true
        if (againMs === undefined) return 'refused'
        if (this.#isOver) break
        // oxlint-disable-next-line no-await-in-loop -- likewise
        await Promise.race([pause(this.#parts.clock, againMs), this.#closing.promise])
      }
    }
    return 'left'
  }

  async #append(envelope: string): Promise<void> {
    const { room } = this.#parts.envelope
    const append = { type: 'append', room, envelope, commit: false, keep: true } as const
    await this.#parts.connection.request(append)
  }

  #awaitBack(hash: Hash, envelope: string): void {
    this.#onTheirWay.set(hash, { envelope, atMs: this.#parts.clock.nowMs(), times: 0 })
    if (!this.#timers.has('back')) this.#after('back', BACK_WITHIN_MS, () => this.#sayAgain())
  }

  /** A server may say that it has what it shows to nobody. */
  #sayAgain(): void {
    const { log, clock } = this.#parts
    for (const [hash, { envelope, atMs, times }] of this.#onTheirWay) {
      const isLate = clock.nowMs() - atMs >= BACK_WITHIN_MS
      if (log.entries.has(hash) || times >= SAID_AGAIN) this.#onTheirWay.delete(hash)
      else if (isLate) {
        this.#onTheirWay.set(hash, { envelope, atMs: clock.nowMs(), times: times + 1 })
        this.#append(envelope).catch(() => undefined)
      }
    }
    if (this.#onTheirWay.size > 0 && !this.#isOver)
      this.#after('back', BACK_WITHIN_MS, () => this.#sayAgain())
  }

  #makeFarewell(): Promise<void> {
    return this.#signing.run(async () => {
      if (this.#hasMore || this.#isOver) return
      const signed = await this.#sign([{ is: 'left', at: this.#parts.clock.nowMs() }])
      this.#farewell = { envelope: await this.#seal(signed), signed }
    })
  }

  #after(name: 'gather' | 'farewell' | 'back', ms: number, run: () => void): void {
    this.#stop(name)
    const timer = this.#parts.clock.after(ms, () => {
      this.#timers.delete(name)
      run()
    })
    this.#timers.set(name, timer)
  }

  #stop(name: 'gather' | 'farewell' | 'back'): void {
    this.#timers.get(name)?.[Symbol.dispose]()
    this.#timers.delete(name)
  }
}

/** Nothing where it is refused for good. */
function askedAgainAfter(error: unknown): number | undefined {
  if (error instanceof ConnectionLost) return AGAIN_MS
  if (!(error instanceof Refusal)) return undefined
  if (error.code === 'no-group') return NO_GROUP_AGAIN_MS
  return error.code === 'too-many' ? AGAIN_MS : undefined
}
