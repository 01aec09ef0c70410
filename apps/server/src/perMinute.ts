import type { Clock } from './clock.ts'

const MINUTE_MS = 60_000

/** HTTP requests of one network. Larger: one stranger keeps the server busier. Smaller: a delegation behind one router that opens the page at once waits. */
export const REQUESTS_PER_MINUTE = 6000

type Done = { atMs: number; amount: number }

/** Counts how much each name did in the last minute. */
export class PerMinute {
  readonly #clock: Clock
  readonly #most: number
  readonly #done = new Map<string, Done[]>()
  #sweptAtMs: number

  constructor(clock: Clock, most: number) {
    this.#clock = clock
    this.#most = most
    this.#sweptAtMs = clock.nowMs()
  }

  /** False, and not counted, if with it that name did more than it may. */
  allow(name: string, amount = 1): boolean {
    const since = this.#clock.nowMs() - MINUTE_MS
    if (this.#sweptAtMs <= since) this.#forgetBefore(since)
    const done = (this.#done.get(name) ?? []).filter(({ atMs }) => atMs > since)
    const sum = done.reduce((before, one) => before + one.amount, amount)
    const isAllowed = sum <= this.#most
    if (isAllowed) done.push({ atMs: this.#clock.nowMs(), amount })
    this.#done.set(name, done)
    return isAllowed
  }

  /** Once a minute: who did nothing lately takes no room, and who does much does not wait for it each time. */
  #forgetBefore(since: number): void {
    this.#sweptAtMs = this.#clock.nowMs()
    for (const [name, done] of this.#done)
      if (!done.some(({ atMs }) => atMs > since)) this.#done.delete(name)
  }
}
