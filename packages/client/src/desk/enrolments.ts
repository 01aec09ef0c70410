import {
  Refusal,
  type CompactJws,
  type EnrolmentId,
  type EnrolmentState,
  type SeatId,
} from '@parley/protocol'
import {
  enrolmentCode,
  makeNonce,
  sealHashOf,
  signAnswer,
  verifyAnswer,
  verifyReveal,
  type Revealed,
} from '@parley/seal'
import { ConnectionLost } from '../connection.ts'
import { SerialQueue } from '../tools/serialQueue.ts'
import type { DeskHands } from './deskHands.ts'
import { grantDevice } from './granting.ts'

/** A device that asks for the pass of a seat. Its code is not among this: the officer hears it, and types it. */
export type AskingDevice = {
  readonly enrolment: EnrolmentId
  readonly seat: SeatId
  readonly is: 'asking' | 'awaits-code'
}

type Open = AskingDevice & { readonly proven?: { answer: CompactJws; revealed: Revealed } }

/** The devices that ask this desk now: each is answered by itself, and waits for its code to be typed. */
export class Enrolments implements AsyncDisposable {
  readonly #hands: DeskHands
  readonly #changed: () => void
  readonly #queue = new SerialQueue()
  readonly #open = new Map<EnrolmentId, Open>()
  readonly #answered = new Set<EnrolmentId>()

  constructor(hands: DeskHands, changed: () => void) {
    this.#hands = hands
    this.#changed = changed
  }

  get asking(): readonly AskingDevice[] {
    return [...this.#open.values()].map(({ enrolment, seat, is }) => ({ enrolment, seat, is }))
  }

  /** What the server tells of one; only what is signed in it counts. */
  hear(state: EnrolmentState): Promise<void> {
    return this.#queue.run(async () => {
      try {
        await this.#step(state)
      } catch (error) {
        if (error instanceof ConnectionLost) return
        if (!(error instanceof Refusal)) throw error
        this.#open.delete(state.enrolment)
      }
      this.#changed()
    })
  }

  /** After a loss of the line: the server tells again of those that still ask. */
  forget(): void {
    void this.#queue.run(async () => {
      this.#open.clear()
      this.#changed()
    })
  }

  /** Compares what the officer typed, and gives the pass. A wrong code ends the request. */
  typeCode(enrolment: EnrolmentId, typed: string): Promise<'granted' | 'refused'> {
    return this.#decide(enrolment, async ({ answer, revealed }) => {
      const code = await enrolmentCode(answer, revealed)
      return typed.replaceAll(/\D/g, '') === code
    })
  }

  /** Ends a request. */
  refuse(enrolment: EnrolmentId): Promise<'granted' | 'refused'> {
    return this.#decide(enrolment, async () => false)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#queue[Symbol.asyncDispose]()
  }

  #decide(
    enrolment: EnrolmentId,
    isRight: (proven: { answer: CompactJws; revealed: Revealed }) => Promise<boolean>,
  ): Promise<'granted' | 'refused'> {
    return this.#queue.run(async () => {
      const open = this.#open.get(enrolment)
      if (!open) throw new Refusal('enrolment-ended')
      const isGranted = open.proven !== undefined && (await isRight(open.proven))
      try {
        if (isGranted && open.proven) {
          await grantDevice(this.#hands, { ...open, ...open.proven.revealed })
        } else {
          await this.#hands.connection.request({ type: 'refuse-enrolment', enrolment })
        }
        this.#open.delete(enrolment)
      } catch (error) {
        if (error instanceof Refusal) this.#open.delete(enrolment)
        throw error
      } finally {
        this.#changed()
      }
      return isGranted ? 'granted' : 'refused'
    })
  }

  async #step(state: EnrolmentState): Promise<void> {
    const { enrolment, seat, commitment, answer, revealed, ended } = state
    if (ended || !this.#hands.book.record.links[seat]) return void this.#open.delete(enrolment)
    if (!answer) {
      this.#open.set(enrolment, { enrolment, seat, is: 'asking' })
      return this.#answer(state)
    }
    const { publicKey } = this.#hands.book.record.seal
    await verifyAnswer(answer, { sealHash: await sealHashOf(publicKey), seat, commitment })
    if (!revealed) return void this.#open.set(enrolment, { enrolment, seat, is: 'asking' })
    await verifyReveal(revealed, { answer, commitment })
    this.#open.set(enrolment, { enrolment, seat, is: 'awaits-code', proven: { answer, revealed } })
  }

  /** One nonce for one request, ever: a second would let a device choose. */
  async #answer({ enrolment, seat, commitment }: EnrolmentState): Promise<void> {
    if (this.#answered.has(enrolment)) return
    this.#answered.add(enrolment)
    const { connection, book } = this.#hands
    const { call, seal } = book.record
    const said = { call, seat, seal: seal.publicKey, commitment, nonce: makeNonce() }
    const answer = await signAnswer(seal.signingKey, said)
    await connection.request({ type: 'answer-enrolment', enrolment, answer })
  }
}
