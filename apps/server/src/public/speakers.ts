import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Messages } from '@lingui/core'
import { PageWords, type PageLanguage } from './page/pageWords.ts'
import { isOneLanguage } from './page/tongues.ts'

/** What the build of the client gives to the public page. */
export type PublicPageBuild = {
  readonly style: string
  readonly languages: Readonly<Record<string, PageLanguage>>
  readonly words: Readonly<Record<string, Messages>>
}

/** Where it lies in a build. */
const FILE = 'public-page.json'

/** English is where it is said, and needs no build. */
const ENGLISH: PageLanguage = { name: 'English', direction: 'ltr', formats: 'en-GB' }

/** Who says the words of the page, English first, and the style sheet, if there is a build. */
export type Speakers = { readonly all: readonly PageWords[]; readonly style: string | undefined }

/** Reads what a build has for the page. */
export function speakersIn(webFolder: string | undefined): Speakers {
  const file = webFolder === undefined ? undefined : join(webFolder, FILE)
  if (file === undefined || !existsSync(file))
    return {
      all: [new PageWords({ language: 'en', about: ENGLISH, messages: {} })],
      style: undefined,
    }
  return speakersOf(JSON.parse(readFileSync(file, 'utf8')) as PublicPageBuild)
}

/** Those of a build. `missing` hears of each sentence that a language has no words for. */
export function speakersOf(
  { style, languages, words }: PublicPageBuild,
  missing?: (message: string) => void,
): Speakers {
  const all = Object.entries(languages).map(
    ([language, about]) =>
      new PageWords({ language, about, messages: words[language] ?? {}, missing }),
  )
  return {
    all: all.toSorted((a, b) => Number(b.language === 'en') - Number(a.language === 'en')),
    style,
  }
}

/** The one that a reader is spoken to by: the language that was asked for, else the first that is accepted, else English. */
export function speakerFor(
  { all }: Speakers,
  { asked, accepts }: { asked: readonly (string | undefined)[]; accepts: readonly string[] },
): PageWords {
  const wanted = [...asked, ...accepts].flatMap((tag) =>
    tag === undefined ? [] : all.filter(({ language }) => isOneLanguage(language, tag)),
  )
  const [first = all[0]] = wanted
  if (!first) throw new Error('There is always English')
  return first
}
