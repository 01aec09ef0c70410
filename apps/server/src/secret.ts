import { createHash, timingSafeEqual } from 'node:crypto'

/** Text that does not print: not in a log, a message, JSON or a crash report. */
export class Secret {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /** Lends the text for one call; the callee must not keep it. */
  use<T>(run: (text: string) => T): T {
    return run(this.#text)
  }

  /** Takes the same time whatever is shown. */
  equals(shown: string): boolean {
    return timingSafeEqual(sha256(shown), sha256(this.#text))
  }

  toString(): string {
    return '[secret]'
  }

  toJSON(): string {
    return '[secret]'
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]'
  }
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
