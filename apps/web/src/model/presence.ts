import type { Clock } from '@parley/call'
import { ConnectionLost, readBack, Reconciler, type Connection, type Pushed } from '@parley/client'
import {
  openEnvelope,
  readHistory,
  type EnvelopeTo,
  type LoggedPresence,
  type Opened,
  type RoomTerms,
} from '@parley/group'
import {
  parseDone,
  PLENARY,
  Refusal,
  type CallId,
  type PublicKey,
  type SeatId,
} from '@parley/protocol'
import { envelopeKeyOf, verifyPresence, type DerivingKey } from '@parley/seal'

/**
 * Somebody speaks every 5 s, also whoever is alone: a room that says nothing for three such intervals is
 * empty, though nobody said that they left. Larger: the last one lingers. Smaller: a slow line is called absence.
 */
const SILENT_MS = 15_000

/** Larger: an old word can be played again for longer. Smaller: a device whose clock is wrong is not there. */
const CLOCKS_APART_MS = 2 * 60_000

/** The call whose plenary is looked at, and the line over which. */
export type PresenceSource = {
  readonly connection: Connection
  readonly call: CallId
  readonly callSecret: () => Promise<DerivingKey>
  /** What is agreed; no root before a plan is. */
  readonly known: () => { root: RoomTerms['root'] | undefined; seals: RoomTerms['seals'] }
  /** Whether somebody else on this line follows the room. A line follows it once. */
  readonly isFollowed: boolean
}

/** Who sits in the plenary, as its log says to whoever may read it and holds no key of the group. */
export class Presence implements Disposable {
  readonly #source: PresenceSource
  readonly #clock: Clock
  readonly #hear: (here: ReadonlySet<SeatId>) => void
  readonly #parts = new DisposableStack()
  readonly #read = new Reconciler<EnvelopeTo>((envelope) => this.#readLog(envelope))
  #envelope: Promise<EnvelopeTo> | undefined
  #silence: Disposable | undefined
  /** The leaves of the newest tree, once it was read because somebody spoke. */
  #leaves: readonly { leafKey: PublicKey; seat: SeatId }[] = []
  #isRead = false
  readonly #gone = new Set<PublicKey>()
  readonly #saidAt = new Map<PublicKey, number>()

  constructor(
    { source, clock }: { source: PresenceSource; clock: Clock },
    hear: (here: ReadonlySet<SeatId>) => void,
  ) {
    this.#source = source
    this.#clock = clock
    this.#hear = hear
    this.#parts.use(source.connection.subscribe((message) => void this.#take(message)))
    this.#parts.use(source.connection.onLine(({ is }) => void this.#hearLine(is)))
    this.#parts.defer(() => this.#silence?.[Symbol.dispose]())
  }

  [Symbol.dispose](): void {
    this.#parts.dispose()
  }

  /** While the server is away nobody is known to have gone. */
  async #hearLine(is: 'there' | 'lost' | 'refused'): Promise<void> {
    this.#silence?.[Symbol.dispose]()
    if (is === 'there') await this.#follow().catch(orLost)
  }

  /** From now on: what the log held before does not say who is there now. */
  async #follow(): Promise<void> {
    this.#waitForWords()
    const { connection, isFollowed } = this.#source
    if (isFollowed) return
    await connection.request({ type: 'follow-room', room: PLENARY, after: await this.#lastEntry() })
  }

  async #lastEntry(): Promise<number> {
    try {
      const request = { type: 'read-commits', room: PLENARY, count: 1 } as const
      return parseDone('read-commits', await this.#source.connection.request(request)).last
    } catch (error) {
      if (error instanceof Refusal && error.code === 'no-group') return 0
      throw error
    }
  }

  /** Only what holders of the call's secret said counts: noise is nobody. */
  async #take(message: Pushed): Promise<void> {
    if (message.type !== 'logged' || message.room !== PLENARY) return
    const envelope = await (this.#envelope ??= this.#envelopeKey())
    const opened = await openEnvelope(envelope, message.envelope)
    // Desks, which sit nowhere, write entries of the record, too.
    if (!opened || opened.kind === 'entry' || this.#parts.disposed) return
    if (opened.kind === 'presence' && !(await this.#takePresence(opened, envelope))) return
    this.#waitForWords()
    const mustRead = opened.kind === 'founding' || opened.kind === 'commit' || !this.#isRead
    if (mustRead) await this.#read.want(envelope).catch(orLost)
  }

  /** Whether it is a sign of life: the leaf's own word, newer than its last, and of this time. */
  async #takePresence({ statement }: LoggedPresence, { call, room }: EnvelopeTo): Promise<boolean> {
    const said = await verifyPresence(new TextDecoder().decode(statement)).catch(() => undefined)
    if (said?.call !== call || said.room !== room) return false
    const isOfNow = Math.abs(this.#clock.nowMs() - said.at) < CLOCKS_APART_MS
    if (!isOfNow || said.at <= (this.#saidAt.get(said.leaf) ?? 0)) return false
    this.#saidAt.set(said.leaf, said.at)
    if (!said.isLeaving) return true
    this.#gone.add(said.leaf)
    if (this.#isRead) this.#say()
    return false
  }

  #waitForWords(): void {
    this.#silence?.[Symbol.dispose]()
    this.#silence = this.#clock.after(SILENT_MS, () => {
      this.#isRead = false
      this.#leaves = []
      this.#say()
    })
  }

  #say(): void {
    const here = this.#leaves.filter(({ leafKey }) => !this.#gone.has(leafKey))
    this.#hear(new Set(here.map(({ seat }) => seat)))
  }

  async #envelopeKey(): Promise<EnvelopeTo> {
    const { call, callSecret } = this.#source
    return { key: await envelopeKeyOf(await callSecret(), PLENARY), call, room: PLENARY }
  }

  async #readLog(envelope: EnvelopeTo): Promise<void> {
    const { root, seals } = this.#source.known()
    if (!root) return
    const terms: RoomTerms = { call: envelope.call, room: PLENARY, root, seals }
    let entries: Opened[] = []
    this.#leaves = []
    for await (const page of readBack(this.#source.connection, { room: PLENARY, envelope })) {
      entries = [...page.entries, ...entries]
      const [group] = (await readHistory(entries, terms)).candidates
      if (!group) continue
      this.#leaves = [...group.leaves.values()]
      break
    }
    this.#isRead = true
    this.#say()
  }
}

/** The server may be away, or have no group yet: the next entry tells. */
function orLost(error: unknown): void {
  if (!(error instanceof ConnectionLost) && !(error instanceof Refusal)) throw error
}
