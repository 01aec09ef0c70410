/** A microphone's sound on its way out. */
export type Gated = {
  /** The gate is another's from now on. */
  giveWay(): void
}

/**
 * The one gate for the microphones of all rooms of a page. It is open for one of them at most: opening
 * it for one closes it for another at that very moment.
 */
export class MicrophoneGate {
  #openFor: Gated | undefined

  isOpenFor(gated: Gated): boolean {
    return this.#openFor === gated
  }

  openFor(gated: Gated): void {
    this.#pass(gated)
  }

  /** Changes nothing while it is open for another. */
  closeFor(gated: Gated): void {
    if (this.#openFor === gated) this.#openFor = undefined
  }

  /** Closes it, whomever it is open for. */
  clear(): void {
    this.#pass(undefined)
  }

  #pass(to: Gated | undefined): void {
    const before = this.#openFor
    this.#openFor = to
    if (before !== to) before?.giveWay()
  }
}
