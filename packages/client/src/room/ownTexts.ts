import type { Word } from './roomSession.ts'

/** One's own texts in this place, numbered from 1: a text that is said again keeps its number. */
export class OwnTexts {
  readonly #numbers = new Map<string, number>()
  readonly #heard = new Set<number>()
  /** Up to here all may have heard them. */
  #through = 0

  /** As it goes out: a text with its number, a heartbeat with how many have been heard. */
  numbered(word: Word): Word {
    if (word.word === 'heartbeat' && this.#through > 0) return { ...word, texts: this.#through }
    if (word.word !== 'text') return word
    const n = this.#numbers.get(word.id) ?? this.#numbers.size + 1
    this.#numbers.set(word.id, n)
    return { ...word, n }
  }

  /** It stands in the log, in its epoch. */
  cameBack(word: Word): void {
    if (word.word !== 'text' || word.n === undefined) return
    this.#heard.add(word.n)
    while (this.#heard.delete(this.#through + 1)) this.#through++
  }
}
