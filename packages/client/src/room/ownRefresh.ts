import type { Clock } from '@parley/call'

/** How long at most a lost refresh waits, jittered. Larger: an old key lasts. Smaller: two lose to each other again. */
const LOST_AGAIN_MS = 2000

/** A path of one's own that is due: whoever loses the epoch to another's commit tries again in the next one. */
export class OwnRefresh {
  readonly #clock: Clock
  readonly #commit: () => Promise<void>
  #isDue = false

  constructor(clock: Clock, commit: () => Promise<void>) {
    this.#clock = clock
    this.#commit = commit
  }

  /** Makes one, and more until one is in the log. */
  make(): Promise<void> {
    this.#isDue = true
    return this.#commit()
  }

  /** The epoch moved on, by a commit of one's own or not: any of one's own brought a path. */
  advanced({ isOwn }: { isOwn: boolean }): void {
    if (isOwn) this.#isDue = false
    if (!this.#isDue) return
    this.#clock.after(LOST_AGAIN_MS * Math.random(), () => {
      if (this.#isDue) this.#commit().catch(() => undefined)
    })
  }

  /** One is in no place any more. */
  forget(): void {
    this.#isDue = false
  }
}
