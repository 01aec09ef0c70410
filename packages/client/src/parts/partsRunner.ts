import {
  isBehind,
  knownMove,
  NO_PARTS,
  stepParts,
  type Clock,
  type Parts,
  type PartsEvent,
  type SaidMove,
} from '@parley/call'
import type { CallId, SeatId, SideId } from '@parley/protocol'
import type { EntryEvent, MoveTo, SignedEntry } from '@parley/seal'
import type { DocumentStore } from '../documents/documentStore.ts'
import type { EntryLog } from '../record/entryLog.ts'
import { Reconciler } from '../tools/reconciler.ts'
import { partGround, speakerAt, type PartGround } from './partGround.ts'
import { PartWords } from './partWords.ts'

/** How often it is looked whether a proposal is over. Larger: it stands longer. Smaller: an idle call costs more. */
const LOOK_EVERY_MS = 1000

/** What is under way comes by itself. Larger: whoever lacks a move waits for it. Smaller: it is given in vain. */
const GIVEN_AFTER_MS = 5000

/** What one of a higher leaf waits longer. Larger: likewise. Smaller: several give the same. */
const RANK_MS = 1000

/** The same is not given again within it. Larger: whom it did not reach waits. Smaller: one who says that it lacks it fills the log. */
const GIVEN_AGAIN_MS = 30_000

/** Where the moves of a call come from, and who follows them. */
export type PartsFrom = {
  readonly call: CallId
  readonly side: SideId
  /** Undefined at a desk. */
  readonly seat: SeatId | undefined
  readonly documents: Pick<DocumentStore, 'documents' | 'signedBy' | 'listen'>
  readonly log: Pick<EntryLog, 'entries' | 'listen'>
  readonly clock: Clock
  /** Signs what happened, and puts it into the log at once. */
  readonly sign: (what: readonly EntryEvent[]) => void
  /** Puts entries into the log once more, for whoever lacks them. */
  readonly give: (entries: readonly SignedEntry[]) => void
}

/** The parts of the agenda as they are agreed, followed at a seat or a desk. */
export class PartsRunner implements AsyncDisposable {
  readonly #from: PartsFrom
  readonly #words = new PartWords()
  readonly #hearers = new Set<(parts: Parts) => void>()
  readonly #stack = new AsyncDisposableStack()
  readonly #judging = new Reconciler<undefined>(() => this.#judge())
  #parts = NO_PARTS
  #ground: PartGround
  #timer: Disposable | undefined
  #lackingSinceMs: number | undefined
  #givenAtMs = -Infinity

  constructor(from: PartsFrom) {
    this.#from = from
    this.#ground = partGround(from.documents)
    this.#words.take([...from.log.entries.values()])
    this.#stack.defer(() => this.#timer?.[Symbol.dispose]())
    this.#stack.use(from.log.listen((added) => void (this.#words.take(added) && this.#judgeSoon())))
    this.#stack.use(from.documents.listen(() => this.#documentsMoved()))
    this.#look()
  }

  get parts(): Parts {
    return this.#parts
  }

  /** What its seats are called, and what its parts are about. */
  get ground(): PartGround {
    return this.#ground
  }

  /** Hears every change, and now. */
  listen(hear: (parts: Parts) => void): Disposable {
    this.#hearers.add(hear)
    hear(this.#parts)
    return { [Symbol.dispose]: () => void this.#hearers.delete(hear) }
  }

  propose(item: number | null): void {
    this.#take({ type: 'part-proposed', item, nowMs: this.#nowMs })
  }

  agree(to: MoveTo): void {
    this.#take({ type: 'part-agreed', to, nowMs: this.#nowMs })
  }

  /** Declines, or takes back. */
  refuse(to: MoveTo): void {
    this.#take({ type: 'part-refused', to, nowMs: this.#nowMs })
  }

  /** Closes the open part in progress. */
  close(): void {
    this.#take({ type: 'part-closed', nowMs: this.#nowMs })
  }

  /** What the heartbeats of the others say now; `rank` is how many may give what somebody lacks before one does. */
  hearOthers(said: readonly SaidMove[], rank: number): void {
    this.#take({ type: 'others-said', said, nowMs: this.#nowMs })
    this.#giveIfLacking(said, rank)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#hearers.clear()
    await this.#stack.disposeAsync()
  }

  #giveIfLacking(said: readonly SaidMove[], rank: number): void {
    const known = knownMove(this.#parts)
    const nowMs = this.#nowMs
    if (!known || !said.some((one) => isBehind(one.known, known))) {
      this.#lackingSinceMs = undefined
      return
    }
    this.#lackingSinceMs ??= nowMs
    const isDue = nowMs - this.#lackingSinceMs >= GIVEN_AFTER_MS + rank * RANK_MS
    if (!isDue || nowMs - this.#givenAtMs < GIVEN_AGAIN_MS) return
    this.#givenAtMs = nowMs
    this.#from.give(this.#words.proofsOf(known.move))
  }

  get #nowMs(): number {
    return this.#from.clock.nowMs()
  }

  #documentsMoved(): void {
    const { documents, side, seat } = this.#from
    this.#ground = partGround(documents)
    const { sides, plans, plan } = this.#ground
    const speaker = speakerAt(documents, { side, seat })
    this.#take({ type: 'ground-changed', ground: { sides, plans }, plan, speaker })
    this.#judgeSoon()
  }

  #judgeSoon(): void {
    void this.#judging.want(undefined).catch(() => undefined)
  }

  async #judge(): Promise<void> {
    const { call, documents } = this.#from
    const words = await this.#words.words(call, this.#ground, documents.documents)
    this.#take({ type: 'words-known', words })
  }

  #look(): void {
    this.#take({ type: 'looked', nowMs: this.#nowMs })
    this.#timer = this.#from.clock.after(LOOK_EVERY_MS, () => this.#look())
  }

  #take(event: PartsEvent): void {
    if (this.#stack.disposed) return
    const before = this.#parts
    const [next, effects] = stepParts(before, event)
    this.#parts = next
    for (const { what } of effects) this.#from.sign(what)
    if (next !== before) for (const hear of this.#hearers) hear(next)
  }
}
