import type { Clock } from './clock.ts'

/** Names remembered before the idle ones are forgotten. */
const NAMES = 1000

type Done = { atMs: number; amount: number }

/** Counts how much each name did in the last minute. */
export class PerMinute {
  readonly #clock: Clock
  readonly #most: number
  readonly #done = new Map<string, Done[]>()

  constructor(clock: Clock, most: number) {
    this.#clock = clock
    this.#most = most
  }

  /** False, and not counted, if with it that name did more than it may. */
  allow(name: string, amount = 1): boolean {
    const since = this.#clock.nowMs() - 60_000
    if (this.#done.size > NAMES) this.#forgetBefore(since)
    const done = (this.#done.get(name) ?? []).filter(({ atMs }) => atMs > since)
    const sum = done.reduce((before, one) => before + one.amount, amount)
    const isAllowed = sum <= this.#most
    if (isAllowed) done.push({ atMs: this.#clock.nowMs(), amount })
    this.#done.set(name, done)
    return isAllowed
  }

  #forgetBefore(since: number): void {
    for (const [name, done] of this.#done)
      if (!done.some(({ atMs }) => atMs > since)) this.#done.delete(name)
  }
}
