import { enrol, readLink, type Desk, type EnrolmentStep, type Server } from '@parley/client'
import { until } from '@parley/demo'
import type { CompactJws, EnrolmentId, Hash, SeatId } from '@parley/protocol'
import { makeNonce, signAnswer } from '@parley/seal'
import { startServer } from '@parley/server'
import { manualClock, memoryKeyStore, planCall, type PlannedCall } from '@parley/testkit'
import { delegationViewOf } from '../../apps/web/src/model/desk/delegationViewOf.ts'
import { factsOf } from '../../apps/web/src/model/desk/deskFacts.ts'
import type { DelegationView } from '../../apps/web/src/model/desk/deskView.ts'
import { bentServer, Middle } from './bentServer.ts'

const PAGE = 'https://parley.example'

/** A device that asks for the pass of a seat. */
export type Asking = {
  readonly steps: readonly EnrolmentStep[]
  /** The six digits on its screen. */
  readonly code: Promise<string>
  /** Why it has no pass, in the end; nothing once it has one. */
  readonly failed: Promise<unknown>
}

/** Two desks that agreed on a call at a real server, and an attacker on the lines of those who ask for a seat. */
export class DeskStage implements AsyncDisposable {
  readonly middle = new Middle()
  readonly #call: PlannedCall
  readonly #parts: AsyncDisposableStack
  readonly #clock = manualClock(Date.now())

  private constructor(call: PlannedCall, parts: AsyncDisposableStack) {
    this.#call = call
    this.#parts = parts
  }

  static async open(): Promise<DeskStage> {
    await using parts = new AsyncDisposableStack()
    const running = parts.use(await startServer())
    const call = await planCall(running, { seatsEach: 1, clock: manualClock(Date.now()) })
    parts.use(call)
    return new DeskStage(call, parts.move())
  }

  get desk(): Desk {
    return this.#call.desks[0]
  }

  /** The desk of the other side. */
  get other(): Desk {
    return this.#call.desks[1]
  }

  /** What the console shows of the other side's list. */
  async otherList(): Promise<DelegationView> {
    const facts = await factsOf(this.desk.state, PAGE)
    return delegationViewOf({ ...facts, here: new Set() }, this.other.state.record.side)
  }

  get seat(): SeatId {
    const [first] = this.#call.seats
    if (!first) throw new Error('A side has a seat')
    return first.seat
  }

  /** The desk's link for the seat. */
  link(): Promise<string> {
    return this.desk.openSeatLink(this.seat, PAGE)
  }

  /** What its desk would sign if it were asked twice. */
  answerAnew(commitment: Hash): Promise<CompactJws> {
    const { call, seal } = this.desk.state.record
    const said = { call, seat: this.seat, seal: seal.publicKey, commitment, nonce: makeNonce() }
    return signAnswer(seal.signingKey, said)
  }

  /** Somebody opens that link, with the attacker in the middle or without. */
  asks(link: string, { isBent = false } = {}): Asking {
    const read = readLink(new URL(link).hash)
    if (read?.is !== 'seat') throw new Error('It is a seat link')
    const steps: EnrolmentStep[] = []
    const code = Promise.withResolvers<string>()
    const show = (step: EnrolmentStep) => {
      steps.push(step)
      if (step.is === 'code') code.resolve(step.code)
    }
    const server: Server = isBent ? bentServer(this.#call.server, this.middle) : this.#call.server
    const store = memoryKeyStore()
    const done = enrol({ server, link: read, store, clock: this.#clock, show })
    const failed = done.then(
      () => undefined,
      (error: unknown) => error,
    )
    return { steps, code: code.promise, failed }
  }

  /** The requests at the desk that wait for a code, in the order in which they came. */
  async waiting(count: number): Promise<readonly EnrolmentId[]> {
    return await until(this.desk, ({ asking }) => {
      const waiting = asking.filter(({ is }) => is === 'awaits-code')
      return waiting.length === count ? waiting.map(({ enrolment }) => enrolment) : undefined
    })
  }

  /** Its officer types what was read aloud. */
  types(enrolment: EnrolmentId | undefined, code: string): Promise<'granted' | 'refused'> {
    if (!enrolment) throw new Error('Nobody asks')
    return this.desk.enrolments.typeCode(enrolment, code)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#parts[Symbol.asyncDispose]()
  }
}
