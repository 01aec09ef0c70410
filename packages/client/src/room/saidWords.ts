import type { Heard } from '@parley/group'
import type { Word } from './roomSession.ts'

/**
 * Words on their way to the log, by their envelopes. One that the log placed after a commit belongs to
 * an epoch that is over: nobody takes it, and its author says it again. A heartbeat repeats itself.
 */
export class SaidWords {
  readonly #words = new Map<string, Word>()

  said(envelope: string, word: Word): void {
    if (word.word !== 'heartbeat') this.#words.set(envelope, word)
  }

  /** The word to say again, now that its envelope came back, if the epoch had moved on before it. */
  cameBack(envelope: string, heard: Heard | undefined): Word | undefined {
    const word = this.#words.get(envelope)
    this.#words.delete(envelope)
    return heard?.type === 'ignored' && heard.why === 'old-epoch' ? word : undefined
  }

  forget(): void {
    this.#words.clear()
  }
}
