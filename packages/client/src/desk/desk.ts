import type { Hash, PublicKey, SeatId, SideId } from '@parley/protocol'
import {
  derivingKey,
  documentKeyOf,
  orNothing,
  type ProposedPlan,
  type Seal,
  type Seat,
  Secret,
  type SideKeys,
  verifySideKeys,
} from '@parley/seal'
import type { Connection, Line, Pushed } from '../connection.ts'
import { DocumentStore, type Documents } from '../documents/documentStore.ts'
import { memoryOn } from '../documents/memory.ts'
import { asKey } from '../socket/asKey.ts'
import { signDraft } from './acknowledging.ts'
import type { DeskParts } from './createCall.ts'
import { declaredOf, declareDelegation, type Declared } from './delegating.ts'
import { DeskBook } from './deskBook.ts'
import type { DeskHands } from './deskHands.ts'
import type { DeskRecord } from './deskRecord.ts'
import { keepWord } from './deskWord.ts'
import { Enrolments, type AskingDevice } from './enrolments.ts'
import { sendUnsent } from './filing.ts'
import { grantSide, invite, pinSide } from './inviting.ts'
import { keepProposal, signPlan } from './planning.ts'
import { openSeatLink } from './seatLinks.ts'
import { withdrawAide, withdrawSeat } from './withdrawing.ts'

/** All that a console shows of its call. */
export type DeskState = {
  readonly record: DeskRecord
  readonly documents: Documents
  /** This side's seats as last declared, agreed or not. */
  readonly seats: readonly Seat[]
  /** The telephone of this desk as last declared, likewise. */
  readonly telephone: string | undefined
  /** Sides that filed their keys: whose code is to be compared. */
  readonly filed: ReadonlyMap<SideId, SideKeys>
  readonly asking: readonly AskingDevice[]
  readonly line: Line
}

/** The console of a side, open: it answers devices, says its lists every minute, and signs what its officer decides. */
export class Desk implements AsyncDisposable {
  readonly enrolments: Enrolments
  readonly #hands: DeskHands
  readonly #hearers = new Set<(state: DeskState) => void>()
  readonly #filed = new Map<SideId, SideKeys>()
  readonly #troubleHearers = new Set<(error: unknown) => void>()
  #trouble: { error: unknown } | undefined
  readonly #parts = new AsyncDisposableStack()
  #line: Line = { is: 'there' }

  private constructor(hands: DeskHands) {
    this.#hands = hands
    this.enrolments = new Enrolments(hands, () => this.#tell())
  }

  /** Signs in as the seal, and resolves once the documents were read. Rejects with a `Refusal`. */
  static async open(
    { server, store, clock }: DeskParts,
    record: DeskRecord,
    signal?: AbortSignal,
  ): Promise<Desk> {
    const { call, side, seal, callSecret } = record
    await using parts = new AsyncDisposableStack()
    const signIn = asKey({ server, clock, call, key: seal.publicKey, signingKey: seal.signingKey })
    const connection = parts.use(await server.connect(signIn, signal))
    const early: Pushed[] = []
    using listening = new DisposableStack()
    listening.use(connection.subscribe((message) => early.push(message)))
    const secret = await derivingKey(new Secret(new Uint8Array(callSecret)))
    const documentKey = await documentKeyOf(secret)
    const memory = memoryOn(store.remembered, side)
    const trusted = { call, side, seal: seal.publicKey }
    const documents = parts.use(
      await DocumentStore.open({ connection, documentKey, memory, trusted }),
    )
    const hearers = new Set<() => void>()
    const hear = () => hearers.forEach((tell) => tell())
    const book = new DeskBook({ shelf: store.desks, hear }, record)
    const desk = new Desk({ connection, documents, documentKey, book, clock })
    hearers.add(() => desk.#tell())
    await documents.caughtUp
    listening.dispose()
    desk.#follow(parts.move())
    for (const message of early) desk.#hear(message)
    return desk
  }

  get state(): DeskState {
    const { book, documents } = this.#hands
    const { seats, telephone } = declaredOf(this.#hands)
    return {
      record: book.record,
      documents: documents.documents,
      seats,
      telephone,
      filed: new Map(this.#filed),
      asking: this.enrolments.asking,
      line: this.#line,
    }
  }

  get connection(): Connection {
    return this.#hands.connection
  }

  get documents(): DocumentStore {
    return this.#hands.documents
  }

  /** What the parts of a console that load by need work with. */
  get hands(): DeskHands {
    return this.#hands
  }

  /** Hears every change, and now. */
  listen(hear: (state: DeskState) => void): Disposable {
    this.#hearers.add(hear)
    hear(this.state)
    return { [Symbol.dispose]: () => void this.#hearers.delete(hear) }
  }

  /** Hears why what was signed while the line was lost could not be filed; the last one that nobody heard, now. */
  onTrouble(hear: (error: unknown) => void): Disposable {
    this.#troubleHearers.add(hear)
    if (this.#trouble) hear(this.#trouble.error)
    this.#trouble = undefined
    return { [Symbol.dispose]: () => void this.#troubleHearers.delete(hear) }
  }

  /** A link for that side's desk. `page` is the origin whose copy of the client it opens. */
  invite(side: SideId, page: string): Promise<string> {
    return invite(this.#hands, { side, page })
  }

  /** Believes a side's seal, its code having been compared, and hands it the call if this desk invited it. */
  async pinSide(pin: { side: SideId; seal: PublicKey }): Promise<void> {
    await pinSide(this.#hands, pin)
    await this.#grantPinned(pin.side)
  }

  keepProposal(proposal: ProposedPlan): Promise<void> {
    return keepProposal(this.#hands, proposal)
  }

  /** Signs the wording kept, as the next version of the plan. */
  signPlan(): Promise<void> {
    return signPlan(this.#hands)
  }

  /** Signs a plan or a delegation that another desk drafted. */
  signDraft(draft: { hash: Hash; relyOn?: SideId }): Promise<void> {
    return signDraft(this.#hands, draft)
  }

  declareDelegation(declared: Declared): Promise<void> {
    return declareDelegation(this.#hands, declared)
  }

  /** From now on signs with this copy of its own seal: the one that cannot be read out. */
  async useSeal(seal: Seal): Promise<void> {
    const { book } = this.#hands
    if (seal.publicKey !== book.record.seal.publicKey) throw new Error('It is another seal')
    await book.change((record) => ({ ...record, seal }))
  }

  /** The personal link of a seat. `page` is the origin whose copy of the client it opens. */
  openSeatLink(seat: SeatId, page: string): Promise<string> {
    return openSeatLink(this.#hands, { seat, page, isForAide: false })
  }

  /** Likewise for the console of that seat's aide. */
  openAideLink(seat: SeatId, page: string): Promise<string> {
    return openSeatLink(this.#hands, { seat, page, isForAide: true })
  }

  /** Its aide's console, too. */
  withdrawSeat(seat: SeatId): Promise<void> {
    return withdrawSeat(this.#hands, seat)
  }

  withdrawAide(seat: SeatId): Promise<void> {
    return withdrawAide(this.#hands, seat)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#hearers.clear()
    this.#troubleHearers.clear()
    await this.#parts.disposeAsync()
  }

  #follow(opened: AsyncDisposableStack): void {
    const { connection, documents } = this.#hands
    this.#parts.use(opened)
    this.#parts.use(this.enrolments)
    this.#parts.use(connection.subscribe((message) => this.#hear(message)))
    this.#parts.use(documents.listen(() => this.#tell()))
    this.#parts.use(
      connection.onLine((line) => {
        this.#line = line
        if (line.is === 'there') {
          this.enrolments.forget()
          sendUnsent(this.#hands).catch((error: unknown) => this.#tellTrouble(error))
        }
        this.#tell()
      }),
    )
    this.#parts.use(keepWord(this.#hands))
  }

  #hear(message: Pushed): void {
    if (message.type === 'enrolment') void this.enrolments.hear(message)
    if (message.type === 'side-filed') void this.#sideFiled(message)
  }

  async #sideFiled({ side, document }: Extract<Pushed, { type: 'side-filed' }>): Promise<void> {
    const keys = await orNothing(() => verifySideKeys(document))
    if (keys?.call !== this.#hands.book.record.call || keys.side !== side) return
    this.#filed.set(side, keys)
    this.#tell()
    await orNothing(() => this.#grantPinned(side))
  }

  async #grantPinned(side: SideId): Promise<void> {
    const { pins, invitations } = this.#hands.book.record
    const keys = this.#filed.get(side)
    if (keys && invitations[side] && pins[side]?.seal === keys.seal) {
      await grantSide(this.#hands, keys)
    }
  }

  #tellTrouble(error: unknown): void {
    if (this.#troubleHearers.size === 0) this.#trouble = { error }
    for (const hear of this.#troubleHearers) hear(error)
  }

  #tell(): void {
    const { state } = this
    for (const hear of this.#hearers) hear(state)
  }
}
