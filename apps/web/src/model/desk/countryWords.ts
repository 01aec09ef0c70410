import { plainWord } from './words.ts'

/** The languages of this product, in which countries are named. */
const NAMED_IN = ['en', 'fr', 'ru', 'ar']
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
/** Where nobody knows, and what only tests use. */
const NO_COUNTRIES = new Set(['ZZ', 'XA', 'XB'])

let known: ReadonlyMap<string, string> | undefined
const offered = new Map<string, readonly string[]>()

/** The two letters of a country that is named in any of these languages, or by its letters. */
export function countryNamed(typed: string): string | undefined {
  known ??= codesByName()
  return known.get(plainWord(typed))
}

/** All countries by their names in a language, as it sorts them: once, since a field asks with each letter. */
export function countryNames(locale: string): readonly string[] {
  const names = offered.get(locale) ?? sortedNames(locale)
  offered.set(locale, names)
  return names
}

function sortedNames(locale: string): readonly string[] {
  known ??= codesByName()
  const naming = namesIn(locale)
  const names = [...new Set(known.values())].map((code) => naming.of(code) ?? code)
  return names.toSorted(new Intl.Collator(locale).compare)
}

function codesByName(): ReadonlyMap<string, string> {
  const naming = NAMED_IN.map(namesIn)
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
    (code) => !NO_COUNTRIES.has(code) && naming[0]?.of(code) !== undefined,
  )
  return new Map(
    codes.flatMap((code) =>
      [code, ...naming.map((one) => one.of(code) ?? code)].map(
        (name) => [plainWord(name), code] as const,
      ),
    ),
  )
}

function namesIn(locale: string): Intl.DisplayNames {
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
}
