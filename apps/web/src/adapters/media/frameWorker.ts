import type { Clock } from '@parley/call'
import type { TrackNumber } from '@parley/protocol'
import type { TransformId, WorkerCommand, WorkerReport } from '@parley/sframe'

type Counted = WorkerReport & { type: 'counted' }

/** A question that the worker has not answered yet. */
type Ask = { about: string; settle: (answer: number | undefined) => void; looks: number }

/** How often it is looked at. By looks, not by time: a machine that slept is not taken for a dead worker. */
const LOOK_EVERY_MS = 1000

/** Larger: a hung worker leaves one unseen and unheard for longer. Smaller: a busy machine joins again for nothing. */
const QUIET_LOOKS = 5

/** Likewise, until the first report: the script has to come over the line first. */
const QUIET_LOOKS_AT_START = 15

/** Larger: a script that cannot be loaded is missed for longer once it can. Smaller: it is asked for in vain. */
const BEGIN_AGAIN_AT_MOST_AFTER_MS = 10_000

/** What a frame worker is given, and whom it tells. */
export type FrameWorkerParts = {
  start: () => Worker
  clock: Clock
  onCounted: (counted: Counted) => void
  /** That sender has to make a key frame. */
  onKeyFrameWanted: (id: TransformId) => void
  /** It died or hung: whatever it carried is to be shut, now. */
  onDead: () => void
  /** Another has begun, shut and without a key. */
  onRenewed: () => void
}

/**
 * The page's end of the frame worker: commands in order, answers as promises. One that dies or hangs is
 * ended and another begun; no key is given to two of them, so no counter meets a key again. Disposing
 * ends it and all frames.
 */
export class FrameWorker implements Disposable {
  readonly #parts: FrameWorkerParts
  #worker: Worker
  #deaf = new AbortController()
  #timer: Disposable
  #asks: readonly Ask[] = []
  #asked = 0
  #quietLooks = 0
  #hasReported = false
  #failures = 0
  /** As the worker that lives was told last; one that begins holds everything back. */
  #isHeldBack = true

  constructor(parts: FrameWorkerParts) {
    this.#parts = parts
    this.#worker = this.#begin()
    this.#timer = this.#lookLater()
  }

  /** The one that lives. */
  get worker(): Worker {
    return this.#worker
  }

  /** Bytes of keys are moved and wiped: none stay on the page. */
  send(command: WorkerCommand): void {
    if (command.do === 'hold-back') {
      if (command.isHeld === this.#isHeldBack) return
      this.#isHeldBack = command.isHeld
    }
    if (command.do !== 'install-epoch') return this.#worker.postMessage(command)
    const baseKey = command.baseKey.slice()
    command.baseKey.fill(0)
    this.#worker.postMessage({ ...command, baseKey }, [baseKey.buffer])
  }

  /** Resolves when frames can be sealed and opened under it, or when the worker has ended. */
  async install(command: WorkerCommand & { do: 'install-epoch' }): Promise<void> {
    const installed = this.#ask(`epoch ${command.epoch}`)
    this.send(command)
    await installed
  }

  /** Resolves to the counter that the worker answers; undefined when it has ended. */
  moveGate(to: 'open-gate' | 'close-gate', track: TrackNumber): Promise<number | undefined> {
    const ask = ++this.#asked
    const answered = this.#ask(`gate ${ask}`)
    this.send({ do: to, ask, track })
    return answered
  }

  [Symbol.dispose](): void {
    this.#end()
    this.#settleAll()
  }

  #begin(): Worker {
    const worker = this.#parts.start()
    this.#deaf = new AbortController()
    const { signal } = this.#deaf
    worker.addEventListener('message', ({ data }) => this.#hear(data as WorkerReport), { signal })
    worker.addEventListener('error', () => this.#fail(), { signal })
    worker.addEventListener('messageerror', () => this.#fail(), { signal })
    return worker
  }

  #end(): void {
    this.#timer[Symbol.dispose]()
    this.#deaf.abort()
    this.#worker.terminate()
  }

  #hear(report: WorkerReport): void {
    this.#quietLooks = 0
    this.#hasReported = true
    switch (report.type) {
      case 'counted':
        this.#failures = 0
        return this.#parts.onCounted(report)
      case 'key-frame-wanted':
        return this.#parts.onKeyFrameWanted(report.id)
      case 'epoch-installed':
        return this.#answer(`epoch ${report.epoch}`, undefined)
      case 'gate-opened':
        return this.#answer(`gate ${report.ask}`, report.from)
      case 'gate-closed':
        return this.#answer(`gate ${report.ask}`, report.after)
    }
  }

  #ask(about: string): Promise<number | undefined> {
    const { promise, resolve } = Promise.withResolvers<number | undefined>()
    this.#asks = [...this.#asks, { about, settle: resolve, looks: 0 }]
    return promise
  }

  #answer(about: string, answer: number | undefined): void {
    const answered = this.#asks.filter((ask) => ask.about === about)
    this.#asks = this.#asks.filter((ask) => ask.about !== about)
    for (const { settle } of answered) settle(answer)
  }

  #lookLater(): Disposable {
    return this.#parts.clock.after(LOOK_EVERY_MS, () => {
      this.#timer = this.#lookLater()
      this.#look()
    })
  }

  #look(): void {
    this.#quietLooks++
    this.#asks = this.#asks.map((ask) => ({ ...ask, looks: ask.looks + 1 }))
    const patience = this.#hasReported ? QUIET_LOOKS : QUIET_LOOKS_AT_START
    const isHung = this.#quietLooks > patience
    const isUnanswered = this.#asks.some(({ looks }) => looks > patience)
    if (isHung || isUnanswered) this.#fail()
  }

  /** What it carried is shut before it is ended: nothing depends on what a browser does without it. */
  #fail(): void {
    this.#parts.onDead()
    this.#end()
    const afterMs = Math.min(BEGIN_AGAIN_AT_MOST_AFTER_MS, 1000 * (2 ** this.#failures - 1))
    this.#failures++
    this.#timer = this.#parts.clock.after(afterMs, () => this.#renew())
  }

  /** What was asked meanwhile went nowhere: it is settled first, so that whoever asked can ask anew. */
  #renew(): void {
    this.#settleAll()
    this.#quietLooks = 0
    this.#hasReported = false
    this.#isHeldBack = true
    this.#worker = this.#begin()
    this.#timer = this.#lookLater()
    this.#parts.onRenewed()
  }

  #settleAll(): void {
    const asks = this.#asks
    this.#asks = []
    for (const { settle } of asks) settle(undefined)
  }
}
