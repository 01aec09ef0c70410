/**
 * The languages in which Parley speaks: each one's name for itself, which way it is read, and how dates and
 * numbers are written beside it.
 */
export const LANGUAGES = {
  /** A day before its month and hours up to 24 are read alike everywhere. */
  en: { name: 'English', direction: 'ltr', formats: 'en-GB' },
  fr: { name: 'Français', direction: 'ltr', formats: 'fr' },
  ru: { name: 'Русский', direction: 'ltr', formats: 'ru' },
  /** The same digits as in the codes that are read aloud: two sets on one page would invite mistakes. */
  ar: { name: 'العربية', direction: 'rtl', formats: 'ar-u-hc-h23-nu-latn' },
} as const satisfies Readonly<
  Record<string, { name: string; direction: 'ltr' | 'rtl'; formats: string }>
>

export type Language = keyof typeof LANGUAGES

/** What was chosen here before, or the first that the browser asks for and Parley speaks, or English. */
export function languageFor({
  kept,
  preferred,
}: {
  kept: string | null
  /** As in `navigator.languages`, the best first. */
  preferred: readonly string[]
}): Language {
  const wanted = [kept ?? '', ...preferred].map((tag) => tag.toLowerCase().split('-', 1)[0])
  return wanted.find(isLanguage) ?? 'en'
}

/** Which way what is said in that locale is read. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return isLanguage(locale) ? LANGUAGES[locale].direction : 'ltr'
}

function isLanguage(code: string | undefined): code is Language {
  return code !== undefined && Object.hasOwn(LANGUAGES, code)
}
