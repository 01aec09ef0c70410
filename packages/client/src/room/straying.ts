import type { Clock } from '@parley/call'
import type { Heard } from '@parley/group'

/** How long one sees what one cannot follow before joining anew. Larger: a fork lasts. Smaller: a late commit costs a join. */
const STRAYING_MS = 1000

/**
 * How long after entering the others may go on in the epoch before. Larger: whoever a false group took in
 * stays there. Smaller: slow members cost a join.
 */
const UNFOLLOWED_MS = 5000

/** Once in so long at most. Larger: a fork is healed later. Smaller: noise keeps a room re-keying. */
const AGAIN_AT_MOST_EVERY_MS = 10_000

/**
 * So often in that long, and no more. A fork is healed by the first time; what anybody who holds the
 * call's key can put into the log looks the same, and is not. Larger: who makes noise closes microphones
 * more often. Smaller: a log that is split several times over leaves some behind.
 */
const AGAIN_AT_MOST = { times: 3, withinMs: 5 * 60_000 }

/** Why one cannot follow. `group-over`: another group was founded, and the present one is over. */
export type StraysBy = 'behind' | 'forked' | 'group-over'

/** What is to be done about it: join anew; or, that having not helped, say so and stay. */
export type Overdue = { do: 'join-again' | 'say-unsettled'; by: StraysBy }

/** Notices that the log has gone where one cannot follow, or that the group has forked. */
export class Straying {
  readonly #clock: Clock
  #since: { atMs: number; by: StraysBy } | undefined
  #hasHeardSomebody = false
  #joinedAgainAtMs: readonly number[] = []
  #isUnsettled = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Each entry of the log, as it was heard. One's own epoch moving on, or a word in it, ends the straying. */
  heard(heard: Heard): void {
    if (heard.type === 'behind' || heard.type === 'forked')
      this.#since ??= { atMs: this.#clock.nowMs() + STRAYING_MS, by: heard.type }
    const isLeftBehind = heard.type === 'ignored' && heard.why === 'old-epoch'
    if (isLeftBehind && !this.#hasHeardSomebody)
      this.#since ??= { atMs: this.#clock.nowMs() + UNFOLLOWED_MS, by: 'behind' }
    if (heard.type === 'message') this.#hasHeardSomebody = true
    if (heard.type === 'advanced' || heard.type === 'message') this.#since = undefined
  }

  /** The server says that one's group is over, and the log has the founding of another. */
  heardFounding(): void {
    this.#since ??= { atMs: this.#clock.nowMs(), by: 'group-over' }
  }

  /** What is due now; each answer is given once. */
  overdue(): Overdue | undefined {
    const nowMs = this.#clock.nowMs()
    if (!this.#since || nowMs < this.#since.atMs) return undefined
    const { by } = this.#since
    const { times, withinMs } = AGAIN_AT_MOST
    const lately = this.#joinedAgainAtMs.filter((atMs) => nowMs - atMs < withinMs)
    if (nowMs - (lately.at(-1) ?? -Infinity) < AGAIN_AT_MOST_EVERY_MS) return undefined
    if (lately.length < times) {
      this.#joinedAgainAtMs = [...lately, nowMs]
      this.#isUnsettled = false
      this.#since = undefined
      return { do: 'join-again', by }
    }
    if (this.#isUnsettled) return undefined
    this.#isUnsettled = true
    return { do: 'say-unsettled', by }
  }

  /** One is in no place any more. How often one joined anew is remembered. */
  forget(): void {
    this.#hasHeardSomebody = false
    this.#since = undefined
  }
}
