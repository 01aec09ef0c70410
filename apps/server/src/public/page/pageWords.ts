import { setupI18n, type I18n, type Messages } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { html, Markup, type Content } from './markup.ts'

/** What a language of the page is called, which way it is read, and how it writes dates and numbers. */
export type PageLanguage = {
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  readonly formats: string
}

type Values = Readonly<Record<string, string | number | Markup>>

/** Around the place of a value in a sentence: no letters, so that no sentence has them. */
const [OPENS, CLOSES] = ['\uE000', '\uE001']
const PLACE = new RegExp(`${OPENS}(\\d+)${CLOSES}`)

/** First-strong isolate and its end (Unicode UAX 9): in attributes and titles, where there are no elements. */
const ISOLATE = html`&#x2068;`
const END = html`&#x2069;`

/** Says the sentences of a page in one language. They stand in English where they are said. */
export class PageWords implements PageLanguage {
  readonly language: string
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  readonly formats: string
  readonly #i18n: I18n

  constructor({
    language,
    about,
    messages,
    missing,
  }: {
    language: string
    about: PageLanguage
    messages: Messages
    /** Hears of each sentence that has no translation. */
    missing?: ((message: string) => void) | undefined
  }) {
    this.language = language
    this.name = about.name
    this.direction = about.direction
    this.formats = about.formats
    this.#i18n = setupI18n({
      locale: language,
      messages: { [language]: messages },
      ...(missing && {
        missing: (_, message) => {
          missing(message)
          return message
        },
      }),
    })
    this.#i18n.setMessagesCompiler(compileMessage)
  }

  /** A sentence for the page: texts in it are set apart from it as `<bdi>`. */
  _(message: string, values: Values = {}): Markup {
    return this.#say(message, values, (text) => html`<bdi>${text}</bdi>`)
  }

  /** A sentence for an attribute or a title: texts in it are set apart by signs. */
  t(message: string, values: Values = {}): Markup {
    return this.#say(message, values, (text) => html`${ISOLATE}${text}${END}`)
  }

  #say(message: string, values: Values, setApart: (text: string) => Markup): Markup {
    const placed: Content[] = []
    const given = Object.entries(values).map(([name, value]) => {
      if (typeof value === 'number') return [name, value]
      placed.push(typeof value === 'string' ? setApart(value) : value)
      return [name, `${OPENS}${placed.length - 1}${CLOSES}`]
    })
    const said = this.#i18n._(message, Object.fromEntries(given) as Record<string, unknown>)
    return html`${said.split(PLACE).map((part, at) => (at % 2 === 0 ? part : placed[Number(part)]))}`
  }
}
