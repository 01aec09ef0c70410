import { keptLanguage } from '../language/keptLanguage.ts'
import { LANGUAGES, type Language } from '../language/languages.ts'

/** The files of a seat's page, but for those that the page names anyhow. */
export type OfASeat = {
  scripts: readonly string[]
  styles: readonly string[]
  /** The words that it begins with. */
  words: Readonly<Record<Language, readonly string[]>>
}

/**
 * Asks for what the page's own script would ask for once it has come and runs: whoever follows a link to a seat
 * does not wait for that first.
 */
export function bringAhead({ scripts, styles, words }: OfASeat): void {
  if (!location.hash.startsWith('#seat=')) return
  const language = keptLanguage()
  for (const file of [...scripts, ...words[language]]) ask(file, { rel: 'modulepreload' })
  for (const file of styles) ask(file, { rel: 'preload', as: 'style' })
  // Its first use takes some 20 ms of a processor, which nobody needs yet: a date is among the first things shown.
  setTimeout(() => new Intl.DateTimeFormat(LANGUAGES[language].formats).format())
}

function ask(file: string, how: { rel: string; as?: string }): void {
  const link = Object.assign(document.createElement('link'), how)
  link.crossOrigin = ''
  link.href = `/${file}`
  document.head.append(link)
}
