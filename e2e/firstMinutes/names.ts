import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The built words of a page: text, placeholders, and the forms of a plural. */
type Message = string | readonly Token[]
type Token =
  | string
  | readonly [name: string, type?: string, forms?: Record<string, Message | number>]

const ASSETS = join(import.meta.dirname, '../../apps/web/dist/assets')
const WORDS = /words-\w+-(\w+)-/

/**
 * What something is called in a language of the page, by what it is called in English: `Invite {}` with its
 * placeholder, `Add # people` by the form that a plural has for most numbers.
 */
export class Names {
  readonly #translations: ReadonlyMap<string, readonly Message[]>

  private constructor(translations: ReadonlyMap<string, readonly Message[]>) {
    this.#translations = translations
  }

  static async in(language: string): Promise<Names> {
    const [english, spoken] = [await wordsOf('en'), await wordsOf(language)]
    const pairs = [...english].map(([id, message]) => [textOf(message), spoken.get(id)] as const)
    const grouped = Map.groupBy(pairs, ([text]) => text)
    return new Names(
      new Map(
        [...grouped].map(([text, all]) => [
          text,
          all.flatMap(([, message]) => (message === undefined ? [] : [message])),
        ]),
      ),
    )
  }

  /** Matches the whole name, with `value` in the place of its placeholder. */
  of(english: string, value?: string): RegExp {
    return new RegExp(`^${this.pattern(english, value)}$`)
  }

  /** The same, as a part of a pattern. */
  pattern(english: string, value?: string): string {
    const messages = this.#translations.get(english)
    if (!messages) throw new Error(`The page has no words “${english}”`)
    const patterns = messages.map((message) => patternOf(message, value))
    return `(?:${[...new Set(patterns)].join('|')})`
  }
}

async function wordsOf(language: string): Promise<Map<string, Message>> {
  const files = globSync(`words-${language}-*.js`, { cwd: ASSETS })
  const modules = files.map(async (file) => {
    const { messages } = (await import(pathToFileURL(join(ASSETS, file)).href)) as {
      messages: Record<string, Message>
    }
    const [, area] = WORDS.exec(file) ?? []
    return Object.entries(messages).map(([id, said]) => [`${area} ${id}`, said] as const)
  })
  return new Map((await Promise.all(modules)).flat())
}

function textOf(message: Message): string {
  if (typeof message === 'string') return message
  return message
    .map((token) => {
      if (typeof token === 'string') return token
      const [, type, forms] = token
      const other = forms?.['other']
      return type === 'plural' && typeof other === 'object' ? textOf(other) : '{}'
    })
    .join('')
}

function patternOf(message: Message, value: string | undefined): string {
  if (typeof message === 'string') return RegExp.escape(message)
  return message
    .map((token) => {
      if (token === '#') return '.+'
      if (typeof token === 'string') return RegExp.escape(token)
      const [, type, forms] = token
      if (type !== 'plural') return value === undefined ? '.+' : apart(value)
      const all = Object.values(forms ?? {}).filter((form) => typeof form !== 'number')
      return `(?:${all.map((form) => patternOf(form, value)).join('|')})`
    })
    .join('')
}

/** A value that is read the other way stands between marks that nobody sees. */
function apart(value: string): string {
  return `\u2068?${RegExp.escape(value)}\u2069?`
}
