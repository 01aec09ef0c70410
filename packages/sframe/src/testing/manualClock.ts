import { setImmediate } from 'node:timers/promises'
import type { WorkerClock } from '../clock.ts'

/** A clock that a test moves by hand. */
export class ManualClock implements WorkerClock {
  #nowMs = 0
  #due: { atMs: number; run: () => void }[] = []

  nowMs(): number {
    return this.#nowMs
  }

  after(ms: number, run: () => void): Disposable {
    const due = { atMs: this.#nowMs + ms, run }
    this.#due.push(due)
    return { [Symbol.dispose]: () => this.#drop(due) }
  }

  /** Runs what falls due on the way, in order, and lets what it woke run first. */
  async move(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms
    for (;;) {
      await settled()
      const next = this.#due.toSorted((a, b) => a.atMs - b.atMs)[0]
      if (!next || next.atMs > untilMs) break
      this.#drop(next)
      this.#nowMs = next.atMs
      next.run()
    }
    this.#nowMs = untilMs
    await settled()
  }

  #drop(due: { atMs: number; run: () => void }): void {
    this.#due = this.#due.filter((each) => each !== due)
  }
}

/** Everything that waits for nothing but work under way has run; WebCrypto's is done on other threads. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await crypto.subtle.digest('SHA-256', new Uint8Array(1))
    await setImmediate()
  }
}
