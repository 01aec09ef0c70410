/** The name of a language, or its code where the browser knows none. */
export function languageName(code: string, locale: string): string {
  try {
    const name = new Intl.DisplayNames(locale, { type: 'language' }).of(code)
    return name === undefined ? code : name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
  } catch {
    return code
  }
}

/** Several of them, as one would say it. */
export function languageNames(codes: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale).format(codes.map((code) => languageName(code, locale)))
}
