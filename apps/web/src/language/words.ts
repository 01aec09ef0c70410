import type { I18n, Messages } from '@lingui/core'
import type { Area } from './catalogues.ts'
import { LANGUAGES, type Language } from './languages.ts'

/** What the words of the page need of the world. */
export type WordsParts = {
  i18n: I18n
  load: (language: Language, area: Area) => Promise<Messages>
  /** Tells the document in which language it is, before anything of it is shown. */
  show: (language: Language) => void
  /** Keeps what a person chose for the next time. */
  keep: (language: Language) => void
}

/** The words of the page: only those of one language, and only of the parts that were needed so far. */
export class Words {
  readonly #parts: WordsParts
  readonly #needed = new Set<Area>()
  readonly #loaded = new Set<`${Language}/${Area}`>()
  #language: Language
  #wanted: Language

  constructor(parts: WordsParts, language: Language) {
    this.#parts = parts
    this.#language = language
    this.#wanted = language
    parts.i18n.load(language, {})
    this.#show()
  }

  get language(): Language {
    return this.#language
  }

  /** Resolves once that part can be said in the language of the page. */
  async need(area: Area): Promise<void> {
    this.#needed.add(area)
    let said: Language
    do {
      said = this.#language
      if (!this.#loaded.has(`${said}/${area}`)) await this.#load(said, area)
    } while (said !== this.#language)
  }

  /** Says everything in that language as soon as its words are here; the last choice counts. */
  async choose(language: Language): Promise<void> {
    this.#wanted = language
    await this.#complete(language)
    if (this.#wanted !== language) return
    this.#language = language
    this.#show()
    this.#parts.keep(language)
  }

  /** A part that was needed meanwhile is loaded too. */
  async #complete(language: Language): Promise<void> {
    const missing = [...this.#needed].filter((area) => !this.#loaded.has(`${language}/${area}`))
    if (missing.length === 0) return
    await Promise.all(missing.map((area) => this.#load(language, area)))
    await this.#complete(language)
  }

  async #load(language: Language, area: Area): Promise<void> {
    const messages = await this.#parts.load(language, area)
    this.#loaded.add(`${language}/${area}`)
    this.#parts.i18n.load(language, messages)
  }

  #show(): void {
    this.#parts.show(this.#language)
    this.#parts.i18n.activate(this.#language, LANGUAGES[this.#language].formats)
  }
}
