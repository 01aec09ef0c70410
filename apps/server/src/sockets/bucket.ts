import type { Clock } from '../clock.ts'

/** Fills with time and empties with use. */
export class Bucket {
  readonly #clock: Clock
  readonly #size: number
  readonly #perMs: number
  #level: number
  #at: number

  constructor(clock: Clock, { size, perSecond }: { size: number; perSecond: number }) {
    this.#clock = clock
    this.#size = size
    this.#perMs = perSecond / 1000
    this.#level = size
    this.#at = clock.nowMs()
  }

  get isFull(): boolean {
    return this.#levelNow >= this.#size
  }

  /** Takes that much, and says how long to wait until it may be used: 0 if it was there. */
  take(amount: number): number {
    this.#level = this.#levelNow - amount
    this.#at = this.#clock.nowMs()
    return Math.max(0, Math.ceil(-this.#level / this.#perMs))
  }

  get #levelNow(): number {
    return Math.min(this.#size, this.#level + (this.#clock.nowMs() - this.#at) * this.#perMs)
  }
}
