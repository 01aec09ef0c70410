import type { Clock } from '@parley/call'
import type { ReadTransport } from './pulse.ts'

/** Larger: a dead media server is clung to for longer. Smaller: a hiccup of the line ends a connection that works. */
const DRY_AFTER_MS = 1000

const LOOK_EVERY_MS = 250

/**
 * Signalling that is lost while media may go on: the server that passes it on was started again, say. As long
 * as anything of others comes in, nothing else is lost.
 */
export class SignallingLoss implements Disposable {
  readonly #clock: Clock
  readonly #read: ReadTransport
  readonly #onDry: (sinceMs: number) => void
  #received: number | undefined
  #grewAtMs = 0
  #timer: Disposable | undefined

  /** `onDry` hears once that nothing comes in any more, and since when. */
  constructor({
    clock,
    read,
    onDry,
  }: {
    clock: Clock
    read: ReadTransport
    onDry: (sinceMs: number) => void
  }) {
    this.#clock = clock
    this.#read = read
    this.#onDry = onDry
  }

  /** Whether media go on without signalling, as far as is known. */
  get isFlowing(): boolean {
    return this.#timer !== undefined
  }

  /** Signalling was lost; told again, it goes on. */
  begin(): void {
    if (this.#timer) return
    this.#received = undefined
    this.#grewAtMs = this.#clock.nowMs()
    this.#lookLater()
  }

  /** Signalling is back, or the connection is over. */
  end(): void {
    this.#timer?.[Symbol.dispose]()
    this.#timer = undefined
  }

  [Symbol.dispose](): void {
    this.end()
  }

  #lookLater(): void {
    const timer = this.#clock.after(LOOK_EVERY_MS, () => {
      this.#look(timer).catch(() => undefined)
    })
    this.#timer = timer
  }

  async #look(timer: Disposable): Promise<void> {
    const received = await this.#read().catch(() => 0)
    if (this.#timer !== timer) return
    const nowMs = this.#clock.nowMs()
    if (this.#received !== undefined && received > this.#received) this.#grewAtMs = nowMs
    this.#received = received
    if (nowMs - this.#grewAtMs < DRY_AFTER_MS) return this.#lookLater()
    this.end()
    this.#onDry(this.#grewAtMs)
  }
}
