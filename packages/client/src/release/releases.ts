import type { CallId, SideId } from '@parley/protocol'
import { verifyRelease } from '@parley/release'
import { orNothing, sealsOf } from '@parley/seal'
import type { DocumentStore } from '../documents/documentStore.ts'
import type { Received } from '../documents/documentsState.ts'
import { SerialQueue } from '../tools/serialQueue.ts'
import type { ReleaseState } from './releaseState.ts'

/** What may wait for the plan. More: a stranger fills the memory. Fewer: a long call fetched out of order loses some. */
const WAITING = 1000

/** Follows what is released of a call, and believes signatures only. */
export class Releases implements AsyncDisposable {
  readonly #call: CallId
  readonly #documents: DocumentStore
  readonly #queue = new SerialQueue()
  readonly #hearers = new Set<(state: ReleaseState) => void>()
  readonly #parts = new DisposableStack()
  #waiting: Received[] = []
  #state: ReleaseState = { seals: new Map(), signatures: [] }

  constructor({ call, documents }: { call: CallId; documents: DocumentStore }) {
    this.#call = call
    this.#documents = documents
    this.#parts.use(documents.listen(() => void this.#queue.run(() => this.#takeWaiting())))
    this.#parts.use(documents.listenToOthers((received) => void this.take(received)))
  }

  get state(): ReleaseState {
    return this.#state
  }

  /** Hears every change, and now. */
  listen(hear: (state: ReleaseState) => void): Disposable {
    this.#hearers.add(hear)
    hear(this.#state)
    return { [Symbol.dispose]: () => void this.#hearers.delete(hear) }
  }

  /** Takes a document from anyone. Settles once it counts, waits for the plan, or was passed over. */
  take(received: Received): Promise<void> {
    return this.#queue.run(() => this.#take(received))
  }

  /** Lets go of the documents, which stay their owner's. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#parts.dispose()
    this.#hearers.clear()
    await this.#queue[Symbol.asyncDispose]()
  }

  async #takeWaiting(): Promise<void> {
    const plan = this.#documents.documents.plan?.payload
    if (!plan || this.#state.seals.size > 0) return
    this.#state = { ...this.#state, seals: sealsOf(plan) }
    const waiting = this.#waiting
    this.#waiting = []
    for (const received of waiting) await this.#take(received)
    this.#tell()
  }

  async #take(received: Received): Promise<void> {
    const { seals, signatures } = this.#state
    if (seals.size === 0) {
      this.#waiting = [...this.#waiting, received].slice(-WAITING)
      return
    }
    const seal = seals.get(received.side)
    if (!seal || isKnown(signatures, received)) return
    const filed = { ...received, call: this.#call }
    const signature = await orNothing(() => verifyRelease(received.jws, { filed, seal }))
    if (!signature) return
    this.#state = { seals, signatures: [...signatures, signature] }
    this.#tell()
  }

  #tell(): void {
    for (const hear of this.#hearers) hear(this.#state)
  }
}

/** One payload of a side counts for a kind and version: the first that came. */
function isKnown(signatures: ReleaseState['signatures'], received: ByPlace): boolean {
  return signatures.some(
    ({ payload, signer }) =>
      payload.kind === received.kind &&
      payload.version === received.version &&
      signer === received.side,
  )
}

type ByPlace = { kind: string; version: number; side: SideId }
