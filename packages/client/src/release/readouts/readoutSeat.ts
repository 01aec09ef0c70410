import type { Clock } from '@parley/call'
import { Refusal, type Hash } from '@parley/protocol'
import { readoutsKeyOf } from '@parley/seal'
import { remarksKind, signRemarks, type SeatRemarks } from '@parley/release'
import type { OpenSeat } from '../../enrolment/openSeat.ts'
import { SerialQueue } from '../../tools/serialQueue.ts'
import { newShortId } from './keptDraft.ts'
import { SideDocuments } from './sideDocuments.ts'
import type { SideState } from './sideState.ts'

type Said = Pick<SeatRemarks, 'comments' | 'approves'>

/** The readout of one's side at a seat of it: read, remarked on, approved. */
export class ReadoutSeat implements AsyncDisposable {
  readonly #seat: OpenSeat
  readonly #clock: Clock
  readonly #side: SideDocuments
  readonly #queue = new SerialQueue()

  private constructor(seat: OpenSeat, clock: Clock, side: SideDocuments) {
    this.#seat = seat
    this.#clock = clock
    this.#side = side
  }

  /** Resolves once what is there was read. Refuses with `not-permitted` for a seat without the side secret. */
  static async open(seat: OpenSeat, { clock }: { clock: Clock }): Promise<ReadoutSeat> {
    const { call, side, seal, sideSecret } = seat.record
    if (!sideSecret) throw new Refusal('not-permitted')
    const key = await readoutsKeyOf(sideSecret)
    const documents = await SideDocuments.open(seat.documents, { call, side, seal, key })
    return new ReadoutSeat(seat, clock, documents)
  }

  get state(): SideState {
    return this.#side.state
  }

  /** What this seat said so far. */
  get remarks(): Said {
    const { comments = [], approves = null } = this.state.remarks.get(this.#seat.record.seat) ?? {}
    return { comments, approves }
  }

  /** Hears every change, and now. */
  listen(hear: (state: SideState) => void): Disposable {
    return this.#side.listen(hear)
  }

  /** Rejects with `ConnectionLost` or a `Refusal`, nothing being said then. */
  comment({ quote, text }: { quote: string; text: string }): Promise<void> {
    const comment = { id: newShortId(), at: this.#clock.nowMs(), quote, text }
    return this.#say(({ comments, ...rest }) => ({ ...rest, comments: [...comments, comment] }))
  }

  /** Approves exactly that wording; `null` takes it back. Rejects likewise. */
  approve(wording: Hash | null): Promise<void> {
    const approves = wording && { wording, at: this.#clock.nowMs() }
    return this.#say((remarks) => ({ ...remarks, approves }))
  }

  /** Lets go of the seat, which stays its owner's. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#queue[Symbol.asyncDispose]()
    await this.#side[Symbol.asyncDispose]()
  }

  /** What this device said in another window, or was not told that it is stored, is read first. */
  #say(next: (remarks: Said) => Said): Promise<void> {
    return this.#queue.run(async () => {
      try {
        await this.#store(next)
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'document-exists')) throw error
        await this.#side.reload()
        await this.#store(next)
      }
    })
  }

  async #store(next: (remarks: Said) => Said): Promise<void> {
    const { record, connection } = this.#seat
    const { call, side, seat, deviceKey } = record
    const before = this.state.remarks.get(seat)
    const kind = remarksKind(seat)
    const version = (before?.version ?? 0) + 1
    const jws = await signRemarks(deviceKey, {
      call,
      kind,
      version,
      previous: before?.hash ?? null,
      at: this.#clock.nowMs(),
      side,
      seat,
      ...next(this.remarks),
    })
    const sealed = await this.#side.seal(jws)
    await connection.request({ type: 'store-document', kind, version, sealed })
    await this.#side.take({ kind, version, jws })
  }
}
