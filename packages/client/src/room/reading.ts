/**
 * Which entries of a log are taken as they arrive. Whoever reads anew from further back is sent all from
 * there; what was under way before that would hide those that come again.
 */
export class Reading {
  #taken = Number.MAX_SAFE_INTEGER
  #asks = 0

  /** From that number on, once the server has answered. */
  async from(after: number, ask: () => Promise<unknown>): Promise<void> {
    this.#taken = after
    this.#asks++
    try {
      await ask()
    } finally {
      this.#asks--
    }
  }

  /** Each entry once; until the server has answered, none before the one that comes next. */
  takes(number: number): boolean {
    if (number <= this.#taken) return false
    if (this.#asks > 0 && number > this.#taken + 1) return false
    this.#taken = number
    return true
  }
}
