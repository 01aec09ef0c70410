/** Scripts that are read from right to left, of those that languages of today are written in. */
const FROM_THE_RIGHT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

/** Which way a text in a language is read, by a tag of BCP 47; by its own letters where none is known. */
export function tongueDirection(tag: string | undefined): 'ltr' | 'rtl' | 'auto' {
  if (tag === undefined) return 'auto'
  try {
    const { script = '' } = new Intl.Locale(tag).maximize()
    if (script === '') return 'auto'
    return FROM_THE_RIGHT.has(script) ? 'rtl' : 'ltr'
  } catch {
    return 'auto'
  }
}
