import { join } from 'node:path'
import { createCompiledCatalog, getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import { expect, test } from 'vitest'
import { LANGUAGES, type Language } from './languages.ts'

const REMEDY = 'Run `npx lingui extract --clean` in apps/web, and write the translations.'

/** Messages that need no letters of their own: a name, a sign, a unit, and nothing but values. */
const ALIKE = new Set([
  'Parley',
  'No.',
  '{hertz} Hz',
  '{kilohertz} kHz',
  '{0}, {1}',
  '{day}, <0/>',
  '{name}, {role}',
])
const LETTERS: Readonly<Record<Language, RegExp>> = {
  en: /\p{Script=Latin}/u,
  fr: /\p{Script=Latin}/u,
  ru: /\p{Script=Cyrillic}/u,
  ar: /\p{Script=Arabic}/u,
}

type Said = { language: Language; place: string; english: string; translation: string }
type Token = string | [name: string, type?: string, forms?: Record<string, Message | number>]
type Message = string | Token[]

const catalogues = await getCatalogs(getConfig({ cwd: join(import.meta.dirname, '../..') }))
const languages = Object.keys(LANGUAGES) as Language[]
const all = (await Promise.all(languages.map(saidIn))).flat()

test('every message of the sources is in every catalogue, and no other', async () => {
  const found = await Promise.all(
    catalogues.map(async (catalogue) => {
      const wanted = idsOf(await catalogue.collect())
      const differing = languages.map(async (language) => {
        const there = idsOf(await catalogue.read(language))
        const place = placeOf(catalogue.getFilename(language))
        return [
          ...without(wanted, there).map((message) => `${place} lacks “${message}”`),
          ...without(there, wanted).map((message) => `${place} still has “${message}”`),
        ]
      })
      return (await Promise.all(differing)).flat()
    }),
  )

  expect(withRemedy(found.flat())).toEqual([])
})

test('every message is translated into every language', () => {
  const missing = all.filter(({ translation }) => translation === '')

  expect(withRemedy(missing.map(({ place, english }) => `${place}: “${english}”`))).toEqual([])
})

test('every translation is in the letters of its language', () => {
  const foreign = all.filter(
    ({ language, english, translation }) =>
      !ALIKE.has(english) && translation !== '' && !LETTERS[language].test(wordsOf(translation)),
  )

  expect(foreign.map(nameOf)).toEqual([])
})

test('every translation has the placeholders and the marks of its message', () => {
  const differing = all.filter(({ english, translation }) => {
    if (translation === '') return false
    return partsOf(english).join(' ') !== partsOf(translation).join(' ')
  })

  expect(differing.map(nameOf)).toEqual([])
})

test('every plural has each form that its language has', () => {
  const lacking = all.flatMap((said) => {
    const forms = pluralsIn(compile(said.translation))
    const needed = formsOf(said.language)
    const missing = forms.flatMap((given) => needed.filter((form) => !given.includes(form)))
    return missing.length > 0 ? [`${nameOf(said)} lacks ${missing.join(', ')}`] : []
  })

  expect(lacking).toEqual([])
})

test('what is said in several parts of the page is translated alike', () => {
  const first = new Map<string, string>()
  const differing = all.filter(({ language, english, translation }) => {
    const key = `${language} ${english}`
    const before = first.get(key)
    if (before === undefined) first.set(key, translation)
    return before !== undefined && before !== translation
  })

  expect(differing.map(nameOf)).toEqual([])
})

function withRemedy(found: readonly string[]): readonly string[] {
  return found.length > 0 ? [REMEDY, ...found] : []
}

async function saidIn(language: Language): Promise<Said[]> {
  const read = catalogues.map(async (catalogue) => {
    const place = placeOf(catalogue.getFilename(language))
    const messages = Object.entries((await catalogue.read(language)) ?? {})
    return messages.map(([id, { message = id, translation = '' }]) => ({
      language,
      place,
      english: message,
      translation,
    }))
  })
  return (await Promise.all(read)).flat()
}

type Messages = Readonly<Record<string, { message?: string | undefined }>>

function idsOf(messages: Messages = {}): ReadonlyMap<string, string> {
  return new Map(Object.entries(messages).map(([id, { message = id }]) => [id, message]))
}

function without(some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string[] {
  return [...some].filter(([id]) => !others.has(id)).map(([, message]) => message)
}

function placeOf(file: string): string {
  return file.replace(/^.*catalogues\//, '')
}

function nameOf({ place, english, translation }: Said): string {
  return `${place}: “${english}” as “${translation}”`
}

/** As the page is given it: text, and where values come in. */
function compile(message: string): Message {
  const { source, errors } = createCompiledCatalog('en', { message }, { namespace: 'json' })
  if (errors.length > 0) throw new Error(`This is no message: “${message}”`)
  return (JSON.parse(source) as { messages: { message: Message } }).messages.message
}

/** The names of the values and the marks of the elements, each once, in order. */
function partsOf(message: string): string[] {
  const marks = message.match(/<\/?\d+\/?>/g) ?? []
  return [...new Set([...namesIn(compile(message)), ...marks])].toSorted()
}

function namesIn(message: Message): string[] {
  if (typeof message === 'string') return []
  return message.flatMap((token) => {
    if (typeof token === 'string') return []
    const [name, , forms] = token
    return [name, ...messagesIn(forms).flatMap(namesIn)]
  })
}

function pluralsIn(message: Message): string[][] {
  if (typeof message === 'string') return []
  return message.flatMap((token) => {
    if (typeof token === 'string') return []
    const [, type, forms] = token
    const own = type === 'plural' ? [Object.keys(forms ?? {})] : []
    return [...own, ...messagesIn(forms).flatMap(pluralsIn)]
  })
}

function messagesIn(forms: Record<string, Message | number> = {}): Message[] {
  return Object.values(forms).filter((form) => typeof form !== 'number')
}

/** French says “un million de” for millions, of which nothing here counts any. */
function formsOf(language: Language): string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
  return pluralCategories.filter((form) => !(language === 'fr' && form === 'many'))
}

function wordsOf(translation: string): string {
  return translation.replaceAll(/\{\w+\}|\{\w+, plural,|\b(?:zero|one|two|few|many|other)\b/g, '')
}
