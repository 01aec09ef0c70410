import { signal, type ReadonlySignal } from '@preact/signals-core'

/** A value of plain data that tells only what changed: it is worked out many times a second, and said anew seldom. */
export class Distinct<T> {
  readonly #signal

  constructor(first: T) {
    this.#signal = signal(first)
  }

  get signal(): ReadonlySignal<T> {
    return this.#signal
  }

  set(next: T): void {
    if (JSON.stringify(next) !== JSON.stringify(this.#signal.peek())) this.#signal.value = next
  }
}
