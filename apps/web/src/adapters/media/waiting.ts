import type { MediaDoor } from '@parley/call'

/** More who wait are negotiated with at their press. Larger: a device that connects without end costs more. Smaller: a large room is slow when it begins. */
const AT_MOST = 24

type Shown = { identity: string; attributes: Readonly<Record<string, string>> }

/**
 * Who is at the media server, sits in no group yet, and has shown that they belong to the call. Whoever was
 * seen to sit in one was let in by its members: from then on the roster decides.
 */
export class Waiting {
  readonly #onChange: () => void
  readonly #looks = new Map<string, { note: string; isOurs: boolean }>()
  readonly #seated = new Set<string>()
  #isOfThisCall: MediaDoor['isOfThisCall'] = async () => false

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  /** By what notes are read from here on. */
  readBy(isOfThisCall: MediaDoor['isOfThisCall']): void {
    this.#isOfThisCall = isOfThisCall
  }

  /** They sit in the group now. */
  seat(identities: Iterable<string>): void {
    for (const identity of identities) {
      this.#seated.add(identity)
      this.#looks.delete(identity)
    }
  }

  has(identity: string): boolean {
    return !this.#seated.has(identity) && this.#looks.get(identity)?.isOurs === true
  }

  /**
   * Who is at the media server now: notes not read yet are read, and `onChange` follows where one is ours.
   * Whoever waits too looks at nobody.
   */
  look(present: readonly Shown[]): void {
    if (this.#seated.size === 0) return
    const there = new Set(present.map(({ identity }) => identity))
    for (const identity of this.#looks.keys())
      if (!there.has(identity)) this.#looks.delete(identity)
    for (const { identity, attributes } of present) {
      const { note } = attributes
      const isKnown = this.#seated.has(identity) || this.#looks.get(identity)?.note === note
      if (note === undefined || isKnown || this.#looks.size >= AT_MOST) continue
      this.#looks.set(identity, { note, isOurs: false })
      void this.#read(identity, note)
    }
  }

  async #read(identity: string, note: string): Promise<void> {
    if (!(await this.#isOfThisCall({ identity, note }))) return
    if (this.#looks.get(identity)?.note !== note) return
    this.#looks.set(identity, { note, isOurs: true })
    this.#onChange()
  }
}
