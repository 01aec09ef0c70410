import type {
  CallId,
  CompactJwe,
  CompactJws,
  DocumentKind,
  PublicKey,
  SeatId,
  SideId,
} from '@parley/protocol'
import { openDocument, orNothing, passKind, sealDocument } from '@parley/seal'
import type { DocumentStore, SealedDocument } from '../../documents/documentStore.ts'
import { SerialQueue } from '../../tools/serialQueue.ts'
import { readSideDocument, type SideDocument } from './readSideDocument.ts'
import { noSideState, withSideDocument, type SideState } from './sideState.ts'

/** What may wait for the passes of its seats. More: a wild device fills the memory. Fewer: those of a large side do not fit. */
const WAITING = 200

/** Whose documents they are, and what they are sealed under. */
export type SideTrust = {
  readonly call: CallId
  readonly side: SideId
  readonly seal: PublicKey
  /** From the side secret. */
  readonly key: CryptoKey
}

/** A document of a side, before it is sealed. */
export type SideReceived = {
  readonly kind: DocumentKind
  readonly version: number
  readonly jws: CompactJws
}

/** Follows what one side writes for itself, and believes its seal and the devices of its seats only. */
export class SideDocuments implements AsyncDisposable {
  readonly #documents: DocumentStore
  readonly #trust: SideTrust
  readonly #queue = new SerialQueue()
  readonly #hearers = new Set<(state: SideState) => void>()
  readonly #parts = new DisposableStack()
  /** Remarks of seats whose passes are not here yet. */
  #waiting: SideReceived[] = []
  #state: SideState = noSideState()

  private constructor(documents: DocumentStore, trust: SideTrust) {
    this.#documents = documents
    this.#trust = trust
  }

  /** Resolves once all that is there was read. Rejects with a `Refusal` where the documents of the call cannot be. */
  static async open(documents: DocumentStore, trust: SideTrust): Promise<SideDocuments> {
    const side = new SideDocuments(documents, trust)
    side.#parts.use(documents.listenToSealed((sealed) => side.#hear(sealed)))
    side.#parts.use(documents.listen(() => side.#tryWaiting()))
    await documents.caughtUp
    await side.#queue.run(async () => undefined)
    return side
  }

  get state(): SideState {
    return this.#state
  }

  /** Hears every change, and now. */
  listen(hear: (state: SideState) => void): Disposable {
    this.#hearers.add(hear)
    hear(this.#state)
    return { [Symbol.dispose]: () => void this.#hearers.delete(hear) }
  }

  /** As it is stored: for whoever holds the side secret. */
  seal(jws: CompactJws): Promise<CompactJwe> {
    return sealDocument(jws, this.#trust.key)
  }

  /** Takes one of one's own, once it is stored. Settles once it counts. */
  take(received: SideReceived): Promise<void> {
    return this.#queue.run(() => this.#take(received))
  }

  /** Settles once all that the server has now was read. Rejects with `ConnectionLost` while it is away. */
  async reload(): Promise<void> {
    await this.#documents.reload()
    await this.#queue.run(async () => undefined)
  }

  /** The devices that ever had that seat of this side, but for those that were withdrawn. */
  devicesOf(seat: SeatId): readonly PublicKey[] {
    const { lists } = this.#documents.documents
    const withdrawn = Math.max(
      0,
      ...lists.withdrawn.filter((one) => one.seat === seat).map(({ passVersion }) => passVersion),
    )
    return this.#documents.signedBy(this.#trust.side, passKind(seat)).flatMap((pass) => {
      const counts = pass.is === 'pass' && pass.payload.version > withdrawn
      return counts ? [pass.payload.device] : []
    })
  }

  /** Lets go of the documents, which stay their owner's. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#parts.dispose()
    this.#hearers.clear()
    await this.#queue[Symbol.asyncDispose]()
  }

  #hear({ kind, version, side, sealed }: SealedDocument): void {
    if (side !== this.#trust.side) return
    void this.#queue.run(async () => {
      const jws = await orNothing(() => openDocument(sealed, this.#trust.key))
      if (jws) await this.#take({ kind, version, jws })
    })
  }

  #tryWaiting(): void {
    if (this.#waiting.length === 0) return
    const waiting = this.#waiting
    this.#waiting = []
    void this.#queue.run(async () => {
      for (const received of waiting) await this.#take(received)
    })
  }

  async #take(received: SideReceived): Promise<void> {
    const { call, side, seal } = this.#trust
    const devices = (seat: SeatId) => this.devicesOf(seat)
    const read = await orNothing(() => readSideDocument(received, { call, side, seal, devices }))
    if (!read) return
    if (read.is === 'unknown-device') {
      this.#waiting = [...this.#waiting, received].slice(-WAITING)
      return
    }
    this.#show(read)
  }

  #show(read: SideDocument): void {
    const state = withSideDocument(this.#state, read)
    if (state === this.#state) return
    this.#state = state
    for (const hear of this.#hearers) hear(state)
  }
}
