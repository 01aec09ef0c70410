import { plainWord } from './words.ts'

/** The languages of this product, in which others are named. */
const NAMED_IN = ['en', 'fr', 'ru', 'ar']
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('')
const BETWEEN = /[,;/+&،؛\s]+/

let known: ReadonlyMap<string, string> | undefined

/** The code of a language that a list names in any of these languages, in itself, or by its code. */
export function languageNamed(word: string): string | undefined {
  known ??= namesOfAll()
  return known.get(plainWord(word))
}

/** The codes of all languages named in a cell; nothing where one of them is not known. */
export function languagesNamed(cell: string): readonly string[] | undefined {
  const whole = languageNamed(cell)
  if (whole) return [whole]
  const codes = cell
    .split(BETWEEN)
    .filter((word) => word !== '')
    .map(languageNamed)
  const found = codes.filter((code) => code !== undefined)
  return found.length > 0 && found.length === codes.length ? [...new Set(found)] : undefined
}

function namesOfAll(): ReadonlyMap<string, string> {
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
  const naming = NAMED_IN.map((locale) => names(locale))
  return new Map(
    codes.flatMap((code) => {
      if (naming[0]?.of(code) === undefined) return []
      const all = [...naming, names(code)].map((one) => one.of(code) ?? code)
      return [code, ...all].map((name) => [plainWord(name), code] as const)
    }),
  )
}

function names(locale: string): Intl.DisplayNames {
  return new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' })
}
