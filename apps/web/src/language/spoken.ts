import { IsolatingI18n } from './isolatingI18n.ts'
import { loadCatalogue } from './catalogues.ts'
import { keepLanguage, keptLanguage, onLanguageElsewhere } from './keptLanguage.ts'
import { LANGUAGES, type Language } from './languages.ts'
import { Words } from './words.ts'

/** Says the words of this page. */
export const i18n = new IsolatingI18n({})

/** The words of this page, in the language of whoever sits before it. */
export const words = new Words({ i18n, load: loadCatalogue, show, keep: keepLanguage }, keptLanguage())

/** What is chosen in one window counts in the others of this browser. */
onLanguageElsewhere((language) => void words.choose(language))

function show(language: Language): void {
  const { documentElement } = document
  documentElement.lang = language
  documentElement.dir = LANGUAGES[language].direction
}
