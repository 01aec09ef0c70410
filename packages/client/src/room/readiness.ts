import type { Joining } from '@parley/group'
import { Reconciler } from '../tools/reconciler.ts'

/** A joining commit that is ready to be sent, in its envelope, for the group as it is up to that entry of the log. */
export type Ready = { joining: Joining; sealed: string; last: number }

/**
 * Keeps a joining commit ready for whoever waits outside: whenever the group moves on it is made anew,
 * so that after an hour one enters as fast as after a minute.
 */
export class Readiness {
  readonly #making: Reconciler<number>
  #generation = 0
  #ready: Ready | undefined

  constructor(make: () => Promise<Ready | undefined>) {
    this.#making = new Reconciler(async (generation) => {
      const made = await make()
      if (generation === this.#generation) this.#ready = made
    })
  }

  /** What is ready is for a group, or with a proof, that is no more. */
  renew(): void {
    this.#ready = undefined
    this.#making.want(++this.#generation).catch(() => undefined)
  }

  get isReady(): boolean {
    return this.#ready !== undefined
  }

  /** Settles when nothing is being made. */
  async settled(): Promise<void> {
    await this.#making.settled().catch(() => undefined)
  }

  /** Hands over what is ready, once. */
  take(): Ready | undefined {
    const ready = this.#ready
    this.#ready = undefined
    this.#generation++
    return ready
  }
}
