import { languageFor, type Language } from './languages.ts'

const KEY = 'parley-language'

/** What was chosen in this browser before, or what it asks for. A browser may forbid its storage: then nothing is kept. */
export function keptLanguage(): Language {
  return languageFor({ kept: read(), preferred: navigator.languages })
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    return
  }
}

/** Hears what is chosen in another window of this browser. */
export function onLanguageElsewhere(hear: (language: Language) => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === KEY && newValue !== null) hear(languageFor({ kept: newValue, preferred: [] }))
  })
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
