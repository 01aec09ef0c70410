/** So late, a look says that the page's own work has to wait. Larger: strain is seen late. Smaller: one slow drawing looks like it. */
const LATE_MS = 80

/** Of how many looks, and how many of them late. More late ones: a strained machine goes on as it is. Fewer: one slow moment passes for strain. */
const LOOKS = 15
const LATE_LOOKS = 4

/** Larger: a machine that is free again sends fewer pictures for longer. Smaller: one that is not is strained anew. In milliseconds. */
const EASED_AT_LEAST_MS = 30_000
const EASED_AT_MOST_MS = 480_000

/**
 * Tells from how late looks come whether this machine has more to do than it can. Each time it is strained
 * anew it is thought so for twice as long.
 */
export class Strain {
  #late: boolean[] = []
  #easedForMs = EASED_AT_LEAST_MS
  #strainedAtMs: number | undefined

  /** After a look that came so much later than it was to; whether it is strained now. */
  look(lateMs: number, nowMs: number): boolean {
    this.#late = [...this.#late.slice(1 - LOOKS), lateMs >= LATE_MS]
    if (this.#late.filter((isLate) => isLate).length >= LATE_LOOKS) this.#strain(nowMs)
    return this.#strainedAtMs !== undefined && nowMs - this.#strainedAtMs < this.#easedForMs
  }

  #strain(nowMs: number): void {
    const sinceMs = nowMs - (this.#strainedAtMs ?? -Infinity)
    // While it is thought so, its length stands; anew soon after, it was too short.
    if (sinceMs >= this.#easedForMs)
      this.#easedForMs =
        sinceMs < 2 * this.#easedForMs
          ? Math.min(EASED_AT_MOST_MS, 2 * this.#easedForMs)
          : EASED_AT_LEAST_MS
    this.#strainedAtMs = nowMs
    this.#late = []
  }
}
