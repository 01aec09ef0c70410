import { openEnvelope, type EnvelopeTo } from '@parley/group'
import { parseDone, Refusal, type Bytes, type Hash, type PublicKey } from '@parley/protocol'
import { orNothing, verifyEntry, type SignedEntry } from '@parley/seal'
import { ConnectionLost, type Connection } from '../connection.ts'
import { SerialQueue } from '../tools/serialQueue.ts'

/** Where entries come in as they are written: the room that one sits in, or its log as a desk follows it. */
export type EntryNews = (hear: (statement: Bytes) => void) => Disposable

type EntryLogParts = { connection: Connection; envelope: EnvelopeTo; news: EntryNews }

/** The entries of a room that are known here, each signed by the key it names; whose that is, is for whoever reads them. */
export class EntryLog implements AsyncDisposable {
  readonly #connection: Connection
  readonly #envelope: EnvelopeTo
  readonly #known = new Map<Hash, SignedEntry>()
  readonly #hearers = new Set<(added: readonly SignedEntry[]) => void>()
  readonly #queue = new SerialQueue()
  readonly #parts = new DisposableStack()
  readonly #caughtUp = Promise.withResolvers<void>()
  #after = 0

  constructor({ connection, envelope, news }: EntryLogParts) {
    this.#connection = connection
    this.#envelope = envelope
    this.#parts.use(news((statement) => void this.#hear(statement)))
    this.#parts.use(connection.onLine(({ is }) => void (is === 'there' && this.#catchUp())))
  }

  /** In the order in which they came here. */
  get entries(): ReadonlyMap<Hash, SignedEntry> {
    return this.#known
  }

  /** Resolves once all that the server had at first was read. */
  get caughtUp(): Promise<void> {
    return this.#caughtUp.promise
  }

  /** The one that came last of those by somebody else who counts. */
  newestNotBy(own: PublicKey, counts: (by: PublicKey) => boolean): SignedEntry | undefined {
    const others = [...this.#known.values()]
    return others.findLast(({ entry: { by } }) => by !== own && counts(by))
  }

  /** Hears of those that are new, in the order in which they came. */
  listen(hear: (added: readonly SignedEntry[]) => void): Disposable {
    this.#hearers.add(hear)
    return { [Symbol.dispose]: () => void this.#hearers.delete(hear) }
  }

  /** Takes entries from anyone: each proves itself. Settles once they count or were passed over. */
  take(statements: readonly string[]): Promise<void> {
    return this.#queue.run(async () => {
      const { call, room } = this.#envelope
      const read = await Promise.all(statements.map((jws) => orNothing(() => verifyEntry(jws))))
      const added: SignedEntry[] = []
      for (const one of read) {
        if (one?.entry.call !== call || one.entry.room !== room || this.#known.has(one.hash))
          continue
        this.#known.set(one.hash, one)
        added.push(one)
      }
      if (added.length > 0) for (const hear of this.#hearers) hear(added)
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#parts.dispose()
    this.#hearers.clear()
    await this.#queue[Symbol.asyncDispose]()
  }

  async #hear(statement: Bytes): Promise<void> {
    await this.take([new TextDecoder().decode(statement)]).catch(() => undefined)
  }

  /** What the server kept since the last time: what came meanwhile is not missed. */
  async #catchUp(): Promise<void> {
    const { room } = this.#envelope
    try {
      for (;;) {
        const request = { type: 'read-kept', room, after: this.#after } as const
        // oxlint-disable-next-line no-await-in-loop -- one batch after the other
        const done = parseDone('read-kept', await this.#connection.request(request))
        const news = done.entries.filter(({ number }) => number > this.#after)
        if (news.length === 0) break
        this.#after = Math.max(...news.map(({ number }) => number))
        // oxlint-disable-next-line no-await-in-loop -- likewise
        await this.take(await this.#statementsIn(news.map(({ envelope }) => envelope)))
      }
      this.#caughtUp.resolve()
    } catch (error) {
      if (!(error instanceof ConnectionLost || error instanceof Refusal) && !this.#parts.disposed)
        throw error
    }
  }

  async #statementsIn(envelopes: readonly string[]): Promise<string[]> {
    const opened = await Promise.all(envelopes.map((one) => openEnvelope(this.#envelope, one)))
    return opened.flatMap((one) =>
      one?.kind === 'entry' ? [new TextDecoder().decode(one.statement)] : [],
    )
  }
}

/** Follows a log in which one has no place, from now on: what was kept before is read by itself. */
export function followEntries(connection: Connection, envelope: EnvelopeTo): EntryNews {
  const { room } = envelope
  const follow = { type: 'follow-room', room, after: Number.MAX_SAFE_INTEGER } as const
  return (hear) => {
    const parts = new DisposableStack()
    const take = async (sealed: string) => {
      const opened = await openEnvelope(envelope, sealed)
      if (opened?.kind === 'entry' && !parts.disposed) hear(opened.statement)
    }
    parts.use(
      connection.subscribe((message) => {
        if (message.type === 'logged' && message.room === room) void take(message.envelope)
      }),
    )
    parts.use(
      connection.onLine(({ is }) => {
        if (is === 'there') connection.request(follow).catch(() => undefined)
      }),
    )
    return parts
  }
}
