/** Larger: more memory, and nothing gained on an honest line. Smaller: a badly reordered frame counts as replayed. */
export const REPLAY_WINDOW = 1024

/** Tells which counters of one track were opened before. Only what was found authentic is remembered. */
export class ReplayWindow {
  #highest = -1
  #opened = 0
  /** The counter before the first that was opened. */
  #before: number | undefined
  readonly #seen = new Uint8Array(REPLAY_WINDOW)

  /** Neither opened before nor too far behind to know. */
  isFresh(ctr: number): boolean {
    if (ctr > this.#highest) return true
    return ctr > this.#highest - REPLAY_WINDOW && this.#seen[ctr % REPLAY_WINDOW] === 0
  }

  /** How many counters up to the highest were not opened since the first was. */
  get missing(): number {
    return this.#highest - (this.#before ?? this.#highest) - this.#opened
  }

  /** What lies ahead of that counter was another's: all up to it counts as opened, and of what is ahead only those. */
  goBackTo(ctr: number, opened: Iterable<number>): void {
    if (ctr >= this.#highest) return
    this.#highest = ctr
    this.#before = ctr
    this.#opened = 0
    this.#seen.fill(1)
    for (const ahead of opened)
      if (ahead > ctr && ahead <= ctr + REPLAY_WINDOW) this.remember(ahead)
  }

  /** Remembers an authentic frame. */
  remember(ctr: number): void {
    this.#before ??= ctr - 1
    this.#opened++
    if (ctr > this.#highest) {
      if (ctr - this.#highest >= REPLAY_WINDOW) this.#seen.fill(0)
      else for (let at = this.#highest + 1; at < ctr; at++) this.#seen[at % REPLAY_WINDOW] = 0
      this.#highest = ctr
    }
    this.#seen[ctr % REPLAY_WINDOW] = 1
  }
}
