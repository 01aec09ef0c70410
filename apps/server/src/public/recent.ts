/** Keeps what was made last, as long as it is of the same state; what was not asked for longest goes first. */
export class Recent<T> {
  readonly #most: number
  readonly #kept = new Map<string, { state: string; made: Promise<T> }>()

  constructor(most: number) {
    this.#most = most
  }

  /** What was made under that name for that state, or what is made now. What fails is not kept. */
  async get(name: string, state: string, make: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(name)
    this.#kept.delete(name)
    const made = kept?.state === state ? kept.made : make()
    this.#kept.set(name, { state, made })
    for (const [oldest] of this.#kept) {
      if (this.#kept.size <= this.#most) break
      this.#kept.delete(oldest)
    }
    try {
      return await made
    } catch (error) {
      this.#kept.delete(name)
      throw error
    }
  }
}
