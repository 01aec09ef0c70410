/** Scripts that are read from right to left, of those that languages of today are written in. */
const FROM_THE_RIGHT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

/** A language by its own name for itself, as it stands alone: “Français”. The tag itself where nobody knows it. */
export function tongue(tag: string): string {
  try {
    const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag
    const [first = ''] = name
    return first.toLocaleUpperCase(tag) + name.slice(first.length)
  } catch {
    return tag
  }
}

/** Which way a text in a language is read; by its own letters where that is not known. */
export function tongueDirection(tag: string): 'ltr' | 'rtl' | 'auto' {
  try {
    const { script = '' } = new Intl.Locale(tag).maximize()
    if (script === '') return 'auto'
    return FROM_THE_RIGHT.has(script) ? 'rtl' : 'ltr'
  } catch {
    return 'auto'
  }
}

/** Whether two tags are of one language: “en” and “en-GB” are. */
export function isOneLanguage(a: string, b: string): boolean {
  return primary(a) === primary(b)
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? ''
}

/** The languages that a header asks for, the best first. */
export function acceptedLanguages(header: string | undefined): readonly string[] {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';')
      const quality = rest.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find(Boolean) ?? '1'
      return { tag: tag.trim(), quality: Number(quality) }
    })
    .filter(({ tag, quality }) => /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(tag) && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag)
}
