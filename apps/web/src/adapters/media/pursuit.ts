import type { Clock } from '@parley/call'
import { Reconciler } from '@parley/client'

/** `refused` is not tried again by itself: only somebody can change it. */
export type Outcome = 'reached' | 'missed' | 'refused'

/** Larger: what works again is noticed later. Smaller: a busy camera is asked for all the time. */
const TRY_AT_MOST_EVERY_MS = 8000

const FIRST_AGAIN_AFTER_MS = 500

/**
 * Brings something outside to what is wanted and, where that fails, tries again, ever later, until it
 * is reached or something else is wanted. Disposing ends it.
 */
export class Pursuit<T> implements Disposable {
  readonly #clock: Clock
  readonly #reconciler: Reconciler<{ value: T }>
  #wish: { value: T } | undefined
  #failures = 0
  #isMissed = false
  #timer: Disposable | undefined

  /** `failures` in a row before this attempt. What it throws is a miss. */
  constructor({
    clock,
    attempt,
  }: {
    clock: Clock
    attempt: (wanted: T, failures: number) => Promise<Outcome>
  }) {
    this.#clock = clock
    this.#reconciler = new Reconciler(async (wish) => {
      const outcome = await attempt(wish.value, this.#failures).catch((): Outcome => 'missed')
      if (wish === this.#wish) this.#learn(outcome)
    })
  }

  /** Tries at once, also what was reached already: it may have been lost since. */
  want(value: T): void {
    this.#wish = { value }
    this.#failures = 0
    this.#try()
  }

  /** Something changed outside: what was missed may work now. */
  again(): void {
    if (this.#isMissed) this.#try()
  }

  [Symbol.dispose](): void {
    this.#wish = undefined
    this.#timer?.[Symbol.dispose]()
  }

  #try(): void {
    this.#timer?.[Symbol.dispose]()
    this.#isMissed = false
    if (this.#wish) void this.#reconciler.want(this.#wish)
  }

  #learn(outcome: Outcome): void {
    this.#isMissed = outcome !== 'reached'
    this.#failures = this.#isMissed ? this.#failures + 1 : 0
    if (outcome !== 'missed') return
    const afterMs = Math.min(TRY_AT_MOST_EVERY_MS, FIRST_AGAIN_AFTER_MS * 2 ** (this.#failures - 1))
    this.#timer = this.#clock.after(afterMs, () => this.#try())
  }
}
