import type { Desk } from '@parley/client'
import { keepUntilOf, readRecordingHeader, type RecordingHeader } from '@parley/release/recordings'
import { passKind, type EntryEvent } from '@parley/seal'
import { signal, type ReadonlySignal } from '@preact/signals-core'
import type { RecordingFolder } from '../../adapters/recording/recordingFolder.ts'
import {
  destroyDue,
  keptRecordings,
  saidOfDestroyed,
  type Destroyed,
  type KeptRecording,
} from './keptRecordings.ts'

/** Larger: what is due lies for longer. Smaller: a console that is open for days reads its disk for nothing. */
const LOOK_EVERY_MS = 60 * 60 * 1000

type Parts = {
  desk: Pick<Desk, 'documents' | 'hands' | 'state'>
  folder: RecordingFolder
  /** Says for the record what was destroyed. */
  note: (...events: readonly EntryEvent[]) => void
}

/** Why a desk does not open a file: it is none of its side's, or its day has come. */
export type NotOpened = 'not-our-recording' | 'recording-past-its-day'

/**
 * The recordings of a desk's side that lie in its browser. From the day on that the plan says, it destroys them, and
 * says so for the record.
 */
export class DeskRecordings implements Disposable {
  readonly #parts: Parts
  readonly #here = signal<readonly KeptRecording[]>([])
  readonly #destroyed = signal<readonly Destroyed[]>([])
  #looked = Promise.resolve()
  #next: Disposable | undefined
  #isOver = false

  constructor(parts: Parts) {
    this.#parts = parts
    void this.#follow()
  }

  get here(): ReadonlySignal<readonly KeptRecording[]> {
    return this.#here
  }

  /** What of this side was destroyed since the page was loaded. */
  get destroyed(): ReadonlySignal<readonly Destroyed[]> {
    return this.#destroyed
  }

  /** Destroys what is due, of whichever call, and lists what is left of this side. */
  look(): Promise<void> {
    this.#looked = this.#looked.catch(() => undefined).then(() => this.#look())
    return this.#looked
  }

  /** Why that file must not be opened here; nothing where it may. */
  async whyNot(file: Blob): Promise<NotOpened | undefined> {
    const header = await readRecordingHeader(file).catch(() => undefined)
    if (!header || !this.#isOurs(header)) return 'not-our-recording'
    const isPast = this.#dueAt(header) <= this.#parts.desk.hands.clock.nowMs()
    return isPast ? 'recording-past-its-day' : undefined
  }

  [Symbol.dispose](): void {
    this.#isOver = true
    this.#next?.[Symbol.dispose]()
  }

  async #follow(): Promise<void> {
    // A disk that cannot be read now is read again with the next look.
    await this.look().catch(() => undefined)
    if (this.#isOver) return
    const { clock } = this.#parts.desk.hands
    this.#next = clock.after(LOOK_EVERY_MS, () => void this.#follow())
  }

  async #look(): Promise<void> {
    const { desk, folder, note } = this.#parts
    const nowMs = desk.hands.clock.nowMs()
    const dueAt = (header: RecordingHeader) => this.#dueAt(header)
    const gone = await destroyDue(folder, { nowMs, dueAt })
    const ours = gone.filter((one) => this.#isOfThisDesk(one))
    this.#destroyed.value = [...this.#destroyed.value, ...ours]
    note(...saidOfDestroyed(ours, desk.state.record))
    const { call } = desk.state.record
    const kept = await keptRecordings(folder, { call })
    this.#here.value = kept.filter(({ header }) => this.#isOurs(header))
  }

  /** Whether a device that this side once gave that seat made it. */
  #isOurs(header: RecordingHeader): boolean {
    const { documents, state } = this.#parts.desk
    return (
      this.#isOfThisDesk(header) &&
      documents
        .signedBy(state.record.side, passKind(header.seat))
        .some(
          (one) =>
            one.is === 'pass' && one.hash === header.pass && one.payload.device === header.device,
        )
    )
  }

  #isOfThisDesk({ call, side }: Pick<RecordingHeader, 'call' | 'side'>): boolean {
    const { record } = this.#parts.desk.state
    return call === record.call && side === record.side
  }

  #dueAt(header: RecordingHeader): number {
    const plan = this.#parts.desk.documents.documents.plan?.payload
    const ofPlan = header.call === this.#parts.desk.state.record.call && plan && keepUntilOf(plan)
    return Math.min(header.keepUntil, ofPlan || header.keepUntil)
  }
}
