import type { Bytes } from '@parley/protocol'

/** Bytes that do not print: not in a log, a message, JSON or a crash report. */
export class Secret {
  readonly #bytes: Bytes

  /** Takes the bytes over: the caller keeps no copy. */
  constructor(bytes: Bytes) {
    this.#bytes = bytes
  }

  /** 32 random bytes: a link secret, a call secret or a side secret. */
  static random(): Secret {
    return new Secret(crypto.getRandomValues(new Uint8Array(32)))
  }

  /** Lends the bytes for one call; the callee must not keep them. */
  use<T>(run: (bytes: Bytes) => T): T {
    return run(this.#bytes)
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
