import { IsolatingI18n } from './isolatingI18n.ts'
import { loadCatalogue } from './catalogues.ts'
import { LANGUAGES, languageFor, type Language } from './languages.ts'
import { Words } from './words.ts'

const KEY = 'parley-language'

/** Says the words of this page. */
export const i18n = new IsolatingI18n({})

/** The words of this page, in the language of whoever sits before it. */
export const words = new Words(
  { i18n, load: loadCatalogue, show, keep },
  languageFor({ kept: read(), preferred: navigator.languages }),
)

/** What is chosen in one window counts in the others of this browser. */
addEventListener('storage', ({ key, newValue }) => {
  if (key === KEY && newValue !== null) void words.choose(languageFor({ kept: newValue, preferred: [] }))
})

function show(language: Language): void {
  const { documentElement } = document
  documentElement.lang = language
  documentElement.dir = LANGUAGES[language].direction
}

/** A browser may forbid its storage: then nothing is kept. */
function read(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function keep(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    return
  }
}
