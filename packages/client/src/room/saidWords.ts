import type { Heard } from '@parley/group'
import { ConnectionLost } from '../connection.ts'
import type { Word } from './roomSession.ts'

/** Words remembered until they come back. More: what a lost line swallowed stays in memory. Fewer: a burst is not said again. */
const ON_THEIR_WAY = 256

type Said = { word: Word; heard: PromiseWithResolvers<void> }

/**
 * Words on their way to the log, by their envelopes. One that the log placed after a commit belongs to
 * an epoch that is over: nobody takes it, and its author says it again. A heartbeat repeats itself.
 */
export class SaidWords {
  readonly #said = new Map<string, Said>()

  /** Resolves once it came back in its epoch, so that all may have heard it. Rejects if nobody can know any more. */
  said(envelope: string, word: Word): Promise<void> {
    const heard = Promise.withResolvers<void>()
    heard.promise.catch(() => undefined)
    this.#said.set(envelope, { word, heard })
    const [oldest] = this.#said.keys()
    if (this.#said.size > ON_THEIR_WAY && oldest !== undefined) this.#forgetOne(oldest)
    return word.word === 'heartbeat' ? Promise.resolve() : heard.promise
  }

  /** Its envelope came back: `sayAgain` is asked if the epoch had moved on before it. The word, where all may have heard it. */
  cameBack(
    envelope: string,
    what: Heard | undefined,
    sayAgain: (word: Word) => Promise<void>,
  ): Word | undefined {
    const said = this.#said.get(envelope)
    this.#said.delete(envelope)
    if (!said) return undefined
    const { word, heard } = said
    if (what?.type !== 'ignored' || what.why !== 'old-epoch') {
      heard.resolve()
      return word
    }
    if (word.word !== 'heartbeat') sayAgain(word).then(heard.resolve, heard.reject)
    return undefined
  }

  /** One is in no place any more. */
  forget(): void {
    for (const envelope of this.#said.keys()) this.#forgetOne(envelope)
  }

  #forgetOne(envelope: string): void {
    this.#said.get(envelope)?.heard.reject(new ConnectionLost('It did not come back'))
    this.#said.delete(envelope)
  }
}
