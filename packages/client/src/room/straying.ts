import type { Clock } from '@parley/call'
import type { Heard } from '@parley/group'

/** How long one sees what one cannot follow before joining anew. Larger: a fork lasts. Smaller: a late commit costs a join. */
const STRAYING_MS = 1000

/**
 * How long after entering the others may go on in the epoch before. Larger: whoever a false group took in
 * stays there. Smaller: slow members cost a join.
 */
const UNFOLLOWED_MS = 5000

/** Notices that the log has gone where one cannot follow, or that the group has forked. */
export class Straying {
  readonly #clock: Clock
  #since: { atMs: number; by: 'behind' | 'forked' } | undefined
  #hasHeardSomebody = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Each entry of the log, as it was heard. One's own epoch moving on, or a word in it, ends the straying. */
  heard(heard: Heard): void {
    if (heard.type === 'behind' || heard.type === 'forked')
      this.#since ??= { atMs: this.#clock.nowMs(), by: heard.type }
    const isLeftBehind = heard.type === 'ignored' && heard.why === 'old-epoch'
    if (isLeftBehind && !this.#hasHeardSomebody)
      this.#since ??= { atMs: this.#clock.nowMs() + UNFOLLOWED_MS - STRAYING_MS, by: 'behind' }
    if (heard.type === 'message') this.#hasHeardSomebody = true
    if (heard.type === 'advanced' || heard.type === 'message') this.#since = undefined
  }

  /** Why one has to join anew, once. */
  overdue(): 'behind' | 'forked' | undefined {
    if (!this.#since || this.#clock.nowMs() - this.#since.atMs < STRAYING_MS) return undefined
    const { by } = this.#since
    this.#since = undefined
    return by
  }

  forget(): void {
    this.#hasHeardSomebody = false
    this.#since = undefined
  }
}
