/** Whether anything may go out at all. It starts shut. */
export class HoldBack {
  #isHeld = true
  #stops = 0

  get isHeld(): boolean {
    return this.#isHeld
  }

  /** Grows with each stop, so that a frame under way can tell that one came in between. */
  get stops(): number {
    return this.#stops
  }

  set(isHeld: boolean): void {
    if (isHeld) this.#stops++
    this.#isHeld = isHeld
  }
}
