/** A language by its own name for itself, as it stands alone: “Français”, of a tag of BCP 47. */
export function tongue(tag: string): string {
  const known = TONGUES.get(tag)
  if (known !== undefined) return known
  const name = nameOf(tag)
  const [first = ''] = name
  const whole = first.toLocaleUpperCase(tag) + name.slice(first.length)
  TONGUES.set(tag, whole)
  return whole
}

const TONGUES = new Map<string, string>()

/** The tag itself where the browser does not know the language. */
function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
