import type { WorkerClock } from './clock.ts'

/** Wakes those who wait for a key, a binding or a bound whenever any of them changed. */
export class Changes {
  #wake: () => void = () => undefined
  #changed: Promise<void> = Promise.resolve()

  constructor() {
    this.#renew()
  }

  /** Something changed: whoever waits looks again. */
  announce(): void {
    const wake = this.#wake
    this.#renew()
    wake()
  }

  /** Resolves at the next change, or when the time has come. */
  async next(clock: WorkerClock, untilMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = clock.after(Math.max(0, untilMs - clock.nowMs()), resolve)
    await Promise.race([promise, this.#changed])
    timer[Symbol.dispose]()
  }

  #renew(): void {
    this.#changed = new Promise((resolve) => {
      this.#wake = resolve
    })
  }
}
