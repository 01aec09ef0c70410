/** What comes before the server has answered, as far as it is out of order. Larger: more of a made-up log is kept. Smaller: whoever reads a long log in which words are gone joins anew. */
const MOST_HELD = 4096

/**
 * Gives each entry of a log once, in order. Whoever reads anew from further back is sent all from there before
 * the server answers; what was under way before that would hide those that come again, so what leaves numbers
 * out waits for the answer: old words are gone from a log, and their numbers with them.
 */
export class Reading<Entry extends { number: number }> {
  readonly #give: (entry: Entry) => void
  readonly #held = new Map<number, Entry>()
  #given = Number.MAX_SAFE_INTEGER
  #asks = 0

  constructor(give: (entry: Entry) => void) {
    this.#give = give
  }

  /** From that number on. Resolves once the server has answered; what waits for an answer that does not come comes again. */
  async from(after: number, ask: () => Promise<unknown>): Promise<void> {
    this.#given = after
    this.#held.clear()
    this.#asks++
    try {
      await ask()
    } catch (error) {
      this.#held.clear()
      throw error
    } finally {
      this.#asks--
    }
    if (this.#asks === 0) this.#giveHeld()
  }

  hear(entry: Entry): void {
    if (entry.number <= this.#given) return
    const isNext = entry.number === this.#given + 1
    if (isNext || this.#asks === 0) this.#pass(entry)
    else if (this.#held.size < MOST_HELD) this.#held.set(entry.number, entry)
  }

  #giveHeld(): void {
    const held = [...this.#held.values()].toSorted((a, b) => a.number - b.number)
    this.#held.clear()
    for (const entry of held) if (entry.number > this.#given) this.#pass(entry)
  }

  #pass(entry: Entry): void {
    this.#given = entry.number
    this.#give(entry)
  }
}
