import type { KeyStore } from '../enrolment/keyStore.ts'

/** Entries that a desk signed and its log has not taken yet, kept sealed as they go there: a page that is gone loses none. On a disk that keeps nothing they are said all the same, and live no longer than the page. */
export class UnsaidEntries {
  readonly #shelf: KeyStore['unsaid']
  readonly #name: string

  /** `name` is that of the desk. */
  constructor(shelf: KeyStore['unsaid'], name: string) {
    this.#shelf = shelf
    this.#name = name
  }

  /** The envelopes, in the order in which they were signed. */
  async all(): Promise<readonly string[]> {
    return (await this.#shelf.read(this.#name).catch(() => undefined)) ?? []
  }

  add(envelope: string): Promise<void> {
    return this.#change((kept) => [...kept, envelope])
  }

  remove(envelope: string): Promise<void> {
    return this.#change((kept) => kept.filter((one) => one !== envelope))
  }

  async #change(change: (kept: readonly string[]) => readonly string[]): Promise<void> {
    await this.#shelf.change(this.#name, (kept = []) => change(kept)).catch(() => undefined)
  }
}
