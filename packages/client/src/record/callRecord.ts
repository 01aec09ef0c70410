import type { Call, Clock } from '@parley/call'
import { ownProofsOf, rosterOf, type EnvelopeTo } from '@parley/group'
import { PLENARY, type PublicKey } from '@parley/protocol'
import { envelopeKeyOf, type EntryEvent, type SignedEntry } from '@parley/seal'
import type { OpenRoom } from '../call/openRoom.ts'
import type { OpenSeat } from '../enrolment/openSeat.ts'
import type { RoomEvent } from '../room/roomSession.ts'
import { EntryChain } from './entryChain.ts'
import { EntryLog } from './entryLog.ts'
import { giveEntry } from './giveEntry.ts'
import { NOTHING_RECORDED, recordedOf, whatChanged, type Recorded } from './whatChanged.ts'

type CallRecordParts = { seat: OpenSeat; plenary: OpenRoom; clock: Clock }

/** A call as it was, and when: what happened before this was there to tell it. */
export type EarlyCall = { call: Call; atMs: number }

/** What a device in the plenary says for the record, by the leaf that it sits on: each leaf has a chain of its own. */
export class CallRecord implements AsyncDisposable {
  /** All that is said there, by anybody. */
  readonly log: EntryLog
  readonly #parts: CallRecordParts
  readonly #envelope: EnvelopeTo
  readonly #stack = new AsyncDisposableStack()
  #chain: EntryChain | undefined
  #told: Recorded = NOTHING_RECORDED

  private constructor(parts: CallRecordParts, envelope: EnvelopeTo) {
    const { seat, plenary } = parts
    this.#parts = parts
    this.#envelope = envelope
    const news = (hear: (statement: Uint8Array<ArrayBuffer>) => void) =>
      plenary.room.listen((event) => {
        if (event.type === 'entry') hear(event.statement)
      })
    this.log = this.#stack.use(new EntryLog({ connection: seat.connection, envelope, news }))
    this.#stack.use(plenary.room.listen((event) => this.#hear(event)))
  }

  /** Begins with what it was told of the call so far: its first entry says since when its leaf is there. */
  static async open(parts: CallRecordParts, early: readonly EarlyCall[] = []): Promise<CallRecord> {
    const { callSecret, call } = parts.seat.record
    const key = await envelopeKeyOf(callSecret, PLENARY)
    const record = new CallRecord(parts, { key, call, room: PLENARY })
    const [first] = early
    if (parts.plenary.room.group) record.#sit(first?.atMs ?? parts.clock.nowMs())
    for (const { call: now, atMs } of early) record.#follow(now, atMs)
    record.#stack.use(
      parts.plenary.runner.listen((now) => record.#follow(now, parts.clock.nowMs())),
    )
    return record
  }

  /** Says it for the record. */
  note(...events: readonly EntryEvent[]): void {
    this.#chain?.note(...events)
  }

  /** Puts entries of others into the log once more, for whoever lacks them. */
  async give(entries: readonly SignedEntry[]): Promise<void> {
    const to = { connection: this.#parts.seat.connection, envelope: this.#envelope }
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (const entry of entries) await giveEntry(to, entry)
  }

  /** Resolves once what was said is in the log. */
  async flush(): Promise<void> {
    await this.#chain?.flush()
  }

  /** The page is about to be gone: whoever is in leaves. */
  farewell(): void {
    this.#chain?.farewell()
  }

  /** Does that, too, when it is over. */
  onDispose(end: () => void): void {
    this.#stack.defer(end)
  }

  /** Says that one left, if one was in. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.note({ is: 'left', at: this.#parts.clock.nowMs() })
    await this.#leaveChain()
    await this.#stack.disposeAsync()
  }

  #hear(event: RoomEvent): void {
    const atMs = this.#parts.clock.nowMs()
    if (event.type === 'entered') this.#sit(atMs)
    if (event.type !== 'removed-others' || event.by !== this.#parts.seat.record.seat) return
    const { because } = event
    this.note(...event.seats.map((seat) => ({ is: 'removed', at: atMs, seat, because }) as const))
  }

  /** On the leaf that one sits on now. */
  #sit(atMs: number): void {
    const { seat, plenary, clock } = this.#parts
    const { group, leaf } = plenary.room
    if (!group || !leaf) return
    void this.#leaveChain()
    const { connection } = seat
    const chainParts = { connection, clock, envelope: this.#envelope, log: this.log }
    this.#chain = new EntryChain(
      { ...chainParts, counts: (by) => this.#counts(by) },
      { by: leaf.publicKey, key: leaf.key },
    )
    this.#told = NOTHING_RECORDED
    this.#chain.note({ is: 'present', at: atMs, ...ownProofsOf(group) })
    this.#chain.keepFarewell()
    this.#follow(plenary.runner.call, atMs)
  }

  #follow(call: Call, atMs: number): void {
    if (!this.#chain) return
    const now = recordedOf(call)
    this.#chain.note(...whatChanged(this.#told, now, atMs))
    this.#told = now
  }

  #counts(by: PublicKey): boolean {
    const { group } = this.#parts.plenary.room
    const isSeated = group && rosterOf(group).some(({ leafKey }) => leafKey === by)
    return isSeated || [...this.#parts.seat.documents.documents.seals.values()].includes(by)
  }

  async #leaveChain(): Promise<void> {
    const chain = this.#chain
    this.#chain = undefined
    await chain?.[Symbol.asyncDispose]()
  }
}
