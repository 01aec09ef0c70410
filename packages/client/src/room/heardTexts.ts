import type { LeafIndex } from '@parley/protocol'
import type { HeardWord } from './roomSession.ts'

/** Texts that may come before those they follow. More: a member fills the memory. Fewer: what was turned round counts as missing. */
const AHEAD_AT_MOST = 64

type Heard = {
  /** Up to here all came. */
  through: number
  ahead: Set<number>
  isMissing: boolean
}

/** What others wrote, by the numbers they gave it: what the server keeps back from one device leaves a gap there. */
export class HeardTexts {
  readonly #heard = new Map<LeafIndex, Heard>()
  #identities: ReadonlyMap<LeafIndex, string> = new Map()

  /** Those who sit there now; of another leaf at the same place nothing was heard. */
  seat(members: readonly { leaf: LeafIndex; identity: string }[]): void {
    const before = this.#identities
    this.#identities = new Map(members.map(({ leaf, identity }) => [leaf, identity]))
    for (const leaf of this.#heard.keys())
      if (this.#identities.get(leaf) !== before.get(leaf)) this.#heard.delete(leaf)
  }

  /** Takes a word in. True once a leaf has said in two heartbeats, one after the other, that it wrote what did not come. */
  hear({ from, word }: HeardWord): boolean {
    if (word.word === 'heartbeat') return this.#hearCount(from, word.texts ?? 0)
    if (word.word === 'text' && word.n !== undefined) this.#hearText(from, word.n)
    return false
  }

  #hearText(from: LeafIndex, n: number): void {
    const heard = this.#heard.get(from) ?? this.#begin(from, n - 1)
    if (n > heard.through && heard.ahead.size < AHEAD_AT_MOST) heard.ahead.add(n)
    while (heard.ahead.delete(heard.through + 1)) heard.through++
  }

  #hearCount(from: LeafIndex, count: number): boolean {
    const heard = this.#heard.get(from) ?? this.#begin(from, count)
    if (count <= heard.through) {
      heard.isMissing = false
      return false
    }
    if (!heard.isMissing) {
      heard.isMissing = true
      return false
    }
    heard.through = count
    heard.isMissing = false
    return true
  }

  #begin(from: LeafIndex, through: number): Heard {
    const begun = { through, ahead: new Set<number>(), isMissing: false }
    this.#heard.set(from, begun)
    return begun
  }
}
