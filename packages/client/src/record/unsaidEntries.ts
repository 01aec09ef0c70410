import type { KeyStore } from '../enrolment/keyStore.ts'

/** Entries that a desk signed and its log has not taken yet, kept sealed as they go there: a page that is gone loses none. */
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
    return (await this.#shelf.read(this.#name)) ?? []
  }

  async add(envelope: string): Promise<void> {
    await this.#shelf.change(this.#name, (kept = []) => [...kept, envelope])
  }

  async remove(envelope: string): Promise<void> {
    await this.#shelf.change(this.#name, (kept = []) => kept.filter((one) => one !== envelope))
  }
}
