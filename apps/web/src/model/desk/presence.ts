import type { Clock } from '@parley/call'
import { ConnectionLost, Reconciler, type Desk, type Pushed } from '@parley/client'
import { openEnvelope, readHistory, type EnvelopeTo, type RoomTerms } from '@parley/group'
import { parseDone, PLENARY, Refusal, type SeatId } from '@parley/protocol'
import { derivingKey, envelopeKeyOf, Secret } from '@parley/seal'

/** Members speak every few seconds: a room that is silent for longer is empty. Less calls a slow line absence. */
const SILENT_MS = 30_000

/** How far back the log is read. Above 32 members a tree comes with every 16th commit. */
const COMMITS_READ = 20

/** Who sits in the plenary, as its log says to whoever may read it and holds no key of the group. */
export class Presence implements Disposable {
  readonly #desk: Desk
  readonly #clock: Clock
  readonly #hear: (here: ReadonlySet<SeatId>) => void
  readonly #parts = new DisposableStack()
  readonly #read = new Reconciler<EnvelopeTo>((envelope) => this.#readLog(envelope))
  #envelope: Promise<EnvelopeTo> | undefined
  #silence: Disposable | undefined
  #after = 0

  constructor(
    { desk, clock }: { desk: Desk; clock: Clock },
    hear: (here: ReadonlySet<SeatId>) => void,
  ) {
    this.#desk = desk
    this.#clock = clock
    this.#hear = hear
    this.#parts.use(desk.connection.subscribe((message) => void this.#take(message)))
    this.#parts.use(desk.connection.onLine(({ is }) => void (is === 'there' && this.#follow())))
    this.#parts.defer(() => this.#silence?.[Symbol.dispose]())
  }

  [Symbol.dispose](): void {
    this.#parts.dispose()
  }

  async #follow(): Promise<void> {
    const request = { type: 'follow-room', room: PLENARY, after: this.#after } as const
    await this.#desk.connection.request(request).catch(orLost)
  }

  async #take(message: Pushed): Promise<void> {
    if (message.type !== 'logged' || message.room !== PLENARY) return
    this.#after = Math.max(this.#after, message.number)
    this.#silence?.[Symbol.dispose]()
    this.#silence = this.#clock.after(SILENT_MS, () => this.#hear(new Set()))
    const envelope = await (this.#envelope ??= this.#envelopeKey())
    const opened = await openEnvelope(envelope, message.envelope)
    if (opened && opened.kind !== 'message') await this.#read.want(envelope).catch(orLost)
  }

  async #envelopeKey(): Promise<EnvelopeTo> {
    const { call, callSecret } = this.#desk.state.record
    const secret = await derivingKey(new Secret(new Uint8Array(callSecret)))
    return { key: await envelopeKeyOf(secret, PLENARY), call, room: PLENARY }
  }

  async #readLog(envelope: EnvelopeTo): Promise<void> {
    const { root, seals } = this.#desk.state.documents
    if (!root) return
    const request = { type: 'read-commits', room: PLENARY, count: COMMITS_READ } as const
    const done = parseDone('read-commits', await this.#desk.connection.request(request))
    const entries = await Promise.all(
      done.entries.map((one) => openEnvelope(envelope, one.envelope)),
    )
    const terms: RoomTerms = { call: envelope.call, room: PLENARY, root, seals }
    const history = await readHistory(
      entries.filter((entry) => entry !== undefined),
      terms,
    )
    const leaves = [...(history.candidates[0]?.leaves.values() ?? [])]
    this.#hear(new Set(leaves.map(({ seat }) => seat)))
  }
}

/** The server may be away, or have no group yet: the next entry tells. */
function orLost(error: unknown): void {
  if (!(error instanceof ConnectionLost) && !(error instanceof Refusal)) throw error
}
