/** What may stand in markup: text, which is escaped, and other markup. Nothing, false and null are left out. */
export type Content = Markup | string | number | false | null | undefined | readonly Content[]

/** HTML or XML that is made by `html` alone, so that no text of others can be a part of it. */
export class Markup {
  readonly #text: string

  private constructor(text: string) {
    this.#text = text
  }

  /** The strings of a template as they are, and what stands between them escaped. Attributes are to be quoted. */
  static from(strings: readonly string[], values: readonly Content[]): Markup {
    return new Markup(
      strings.map((string, at) => (at === 0 ? '' : written(values[at - 1])) + string).join(''),
    )
  }

  toString(): string {
    return this.#text
  }
}

/** Markup, with what stands in `${}` escaped: for text and for quoted attributes. */
export function html(strings: TemplateStringsArray, ...values: Content[]): Markup {
  return Markup.from(strings, values)
}

/** The same for XML, whose spaces count. */
export function xml(strings: TemplateStringsArray, ...values: Content[]): Markup {
  return Markup.from(strings, values)
}

function written(content: Content): string {
  if (content === undefined || content === null || content === false) return ''
  if (content instanceof Markup) return content.toString()
  if (typeof content === 'object') return content.map(written).join('')
  return escaped(String(content))
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Control characters, and those that would turn the direction of what follows: nothing that may be published has them. */
const FORBIDDEN = /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(FORBIDDEN, '\uFFFD')
    .replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
}
