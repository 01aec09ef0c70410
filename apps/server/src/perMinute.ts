import type { Clock } from './clock.ts'

/** Names remembered before the idle ones are forgotten. */
const NAMES = 1000

/** Counts what each name did in the last minute. */
export class PerMinute {
  readonly #clock: Clock
  readonly #most: number
  readonly #times = new Map<string, number[]>()

  constructor(clock: Clock, most: number) {
    this.#clock = clock
    this.#most = most
  }

  /** False, and not counted, if that name did it as often as it may. */
  allow(name: string): boolean {
    const since = this.#clock.nowMs() - 60_000
    if (this.#times.size > NAMES) this.#forgetBefore(since)
    const times = (this.#times.get(name) ?? []).filter((time) => time > since)
    const isAllowed = times.length < this.#most
    if (isAllowed) times.push(this.#clock.nowMs())
    this.#times.set(name, times)
    return isAllowed
  }

  #forgetBefore(since: number): void {
    for (const [name, times] of this.#times)
      if (!times.some((time) => time > since)) this.#times.delete(name)
  }
}
