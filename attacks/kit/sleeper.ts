import type { Clock } from '@parley/call'

/** A device that can be put to sleep: the time goes on, and what falls due is done once it wakes. */
export class Sleeper implements Clock {
  readonly #clock: Clock
  #late: { run: () => void; signal: AbortSignal }[] | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  nowMs(): number {
    return this.#clock.nowMs()
  }

  after(ms: number, run: () => void): Disposable {
    const off = new AbortController()
    const { signal } = off
    const timer = this.#clock.after(ms, () => {
      if (this.#late) this.#late.push({ run, signal })
      else run()
    })
    return {
      [Symbol.dispose]: () => {
        off.abort()
        timer[Symbol.dispose]()
      },
    }
  }

  sleep(): void {
    this.#late = []
  }

  wake(): void {
    const late = this.#late ?? []
    this.#late = undefined
    for (const { run, signal } of late) if (!signal.aborted) run()
  }
}
