import {
  isOfOneSide,
  parseDone,
  type CompactJwe,
  type DocumentKind,
  type Hash,
  type SideId,
} from '@parley/protocol'
import {
  type Heads,
  headsHash,
  isCallKind,
  openDocument,
  orNothing,
  type Signature,
} from '@parley/seal'
import { ConnectionLost, type Connection, type Pushed } from '../connection.ts'
import { SerialQueue } from '../tools/serialQueue.ts'
import {
  noDocuments,
  takeDocument,
  type DocumentsState,
  type Received,
  type Trusted,
} from './documentsState.ts'
import { raise, remember, viewOf, type DocumentsView } from './documentsView.ts'
import type { Memory } from './memory.ts'
import type { Remembered } from './root.ts'

/** What the documents say, with the hash that goes into every heartbeat. */
export type Documents = DocumentsView & { readonly headsHash: Hash }

/** A document that the key of the call does not open, as the server has it. */
export type SealedDocument = Omit<Received, 'jws'> & { readonly sealed: CompactJwe }

/** How many are taken before what they say is told, though more have come. More: a flood holds back what is true. Fewer: all is derived again for each. */
const TOLD_AFTER = 16

/** Follows the documents of a call, from the server and from whoever else brings some, and believes signatures only. */
export class DocumentStore implements AsyncDisposable {
  readonly #connection: Connection
  readonly #key: CryptoKey
  readonly #memory: Memory
  readonly #queue = new SerialQueue()
  readonly #hearers = new Set<(documents: Documents) => void>()
  readonly #others: Received[] = []
  readonly #otherHearers = new Set<(received: Received) => void>()
  readonly #sealed: SealedDocument[] = []
  readonly #sealedHearers = new Set<(sealed: SealedDocument) => void>()
  readonly #caughtUp = Promise.withResolvers<void>()
  readonly #parts = new DisposableStack()
  #state: DocumentsState
  /** The state that was told last. */
  #told: DocumentsState
  #untold = 0
  /** How many have come and are not taken yet. */
  #toCome = 0
  #remembered: Remembered
  /** As the memory has it. */
  #kept: Remembered | undefined
  #documents: Documents
  #after = 0

  private constructor(
    { connection, documentKey, memory }: StoreParts,
    { state, kept, remembered, documents }: Beginning,
  ) {
    this.#connection = connection
    this.#key = documentKey
    this.#memory = memory
    this.#state = state
    this.#told = state
    this.#kept = kept
    this.#remembered = remembered
    this.#documents = documents
  }

  /** Starts to follow. `floor` is what a grant said is agreed: one does not go back behind it either. */
  static async open(
    parts: StoreParts & { trusted: Trusted; floor?: Heads },
  ): Promise<DocumentStore> {
    const { trusted, memory, floor = {} } = parts
    const kept = await memory.read(trusted.call)
    const remembered = raise(kept ?? { root: undefined, seen: {} }, floor)
    const state = noDocuments(trusted, remembered.root)
    const view = viewOf(state, remembered)
    const documents = { ...view, headsHash: await headsHash(view.heads) }
    const store = new DocumentStore(parts, { state, kept, remembered, documents })
    store.#caughtUp.promise.catch(() => undefined)
    store.#parts.use(parts.connection.subscribe((message) => store.#hear(message)))
    store.#parts.use(
      parts.connection.onLine((line) => void (line.is === 'there' && store.#follow())),
    )
    return store
  }

  /** As of now. */
  get documents(): Documents {
    return this.#documents
  }

  /** Resolves once all that the server had at the beginning was read. */
  get caughtUp(): Promise<void> {
    return this.#caughtUp.promise
  }

  /** Hears every change, and now. */
  listen(hear: (documents: Documents) => void): Disposable {
    this.#hearers.add(hear)
    hear(this.#documents)
    return { [Symbol.dispose]: () => void this.#hearers.delete(hear) }
  }

  /** Hears every document that is about a release of the call, unverified: those that came before, and each new one. */
  listenToOthers(hear: (received: Received) => void): Disposable {
    this.#otherHearers.add(hear)
    for (const received of this.#others) hear(received)
    return { [Symbol.dispose]: () => void this.#otherHearers.delete(hear) }
  }

  /** Hears every document that is sealed to its side alone, unopened: those that came before, and each new one. */
  listenToSealed(hear: (sealed: SealedDocument) => void): Disposable {
    this.#sealedHearers.add(hear)
    for (const sealed of this.#sealed) hear(sealed)
    return { [Symbol.dispose]: () => void this.#sealedHearers.delete(hear) }
  }

  /** Takes a document from anyone: one's own, or one that a member brought. Settles once it counts or was passed over. */
  take(received: Received): Promise<void> {
    return this.#queue.run(async () => {
      this.#state = await takeDocument(this.#state, received)
      await this.#tell()
    })
  }

  /** All signatures of a kind from that version on: what to send to whoever has an older one. */
  signaturesOf(kind: DocumentKind, fromVersion: number): Received[] {
    return this.#state.signatures
      .filter(({ payload }) => payload.kind === kind && payload.version >= fromVersion)
      .map(({ payload, signer, jws }) => ({ kind, version: payload.version, side: signer, jws }))
  }

  /** The versions of a kind that somebody signed, or that side, agreed or not. */
  versionsOf(kind: DocumentKind, side?: SideId): number[] {
    return this.#state.signatures
      .filter(({ payload, signer }) => payload.kind === kind && (!side || signer === side))
      .map(({ payload }) => payload.version)
  }

  /** What that side signed of a kind, verified. */
  signedBy(side: SideId, kind: DocumentKind): Signature[] {
    return this.#state.signatures.filter(
      ({ payload, signer }) => payload.kind === kind && signer === side,
    )
  }

  /** Takes back a signature of one's own that was never filed: another counts in its place. */
  takeBack({ hash, signer }: Pick<Signature, 'hash' | 'signer'>): Promise<void> {
    return this.#queue.run(async () => {
      const left = this.#state.signatures.filter(
        (one) => one.hash !== hash || one.signer !== signer,
      )
      this.#state = { ...this.#state, signatures: left }
      await this.#tell()
    })
  }

  /** Resolves once all that the server has now was read. Rejects with `ConnectionLost` while it is away. */
  async reload(): Promise<void> {
    const request = { type: 'follow-documents', after: this.#after } as const
    parseDone('follow-documents', await this.#connection.request(request))
    await this.#queue.run(async () => undefined)
  }

  /** Lets go of the connection, which stays its owner's. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#parts.dispose()
    this.#hearers.clear()
    this.#otherHearers.clear()
    this.#sealedHearers.clear()
    await this.#queue[Symbol.asyncDispose]()
  }

  async #follow(): Promise<void> {
    try {
      await this.reload()
      this.#caughtUp.resolve()
    } catch (error) {
      if (!(error instanceof ConnectionLost) && !this.#parts.disposed) this.#caughtUp.reject(error)
    }
  }

  #hear(message: Pushed): void {
    if (message.type !== 'document' || message.number <= this.#after) return
    this.#after = message.number
    const { kind, version, side, sealed } = message
    if (isOfOneSide(kind)) return this.#pass({ kind, version, side, sealed })
    // Those that came together are opened side by side, and taken in their order.
    this.#toCome++
    const opened = orNothing(() => openDocument(sealed, this.#key))
    void this.#queue.run(async () => {
      try {
        const jws = await opened
        if (jws) await this.#accept({ kind, version, side, jws })
      } finally {
        this.#toCome--
        if (this.#toCome === 0 || ++this.#untold >= TOLD_AFTER) await this.#tell()
      }
    })
  }

  #pass(sealed: SealedDocument): void {
    this.#sealed.push(sealed)
    for (const hear of this.#sealedHearers) hear(sealed)
  }

  async #accept(received: Received): Promise<void> {
    if (isCallKind(received.kind)) {
      this.#state = await takeDocument(this.#state, received)
      return
    }
    this.#others.push(received)
    for (const hear of this.#otherHearers) hear(received)
  }

  /** Derives what the documents say now, and tells it. */
  async #tell(): Promise<void> {
    this.#untold = 0
    if (this.#told === this.#state) return
    this.#told = this.#state
    const view = viewOf(this.#told, this.#remembered)
    this.#remembered = remember(view, this.#remembered)
    await this.#keep()
    this.#documents = { ...view, headsHash: await headsHash(view.heads) }
    for (const hear of this.#hearers) hear(this.#documents)
  }

  async #keep(): Promise<void> {
    if (this.#kept === this.#remembered) return
    await this.#memory.write(this.#state.trusted.call, this.#remembered)
    this.#kept = this.#remembered
  }
}

type Beginning = {
  state: DocumentsState
  /** As it is in the memory. */
  kept: Remembered | undefined
  remembered: Remembered
  documents: Documents
}

type StoreParts = { connection: Connection; documentKey: CryptoKey; memory: Memory }
