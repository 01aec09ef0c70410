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

  /** Takes that much, and says how long to wait until it may be used: 0 if it was there. */
  take(amount: number): number {
    const now = this.#clock.nowMs()
    this.#level = Math.min(this.#size, this.#level + (now - this.#at) * this.#perMs) - amount
    this.#at = now
    return Math.max(0, Math.ceil(-this.#level / this.#perMs))
  }
}
