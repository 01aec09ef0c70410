/** The page as it is served, apart from what its operator may set. */
export type ServedPage = {
  /** Without the lines that were set. */
  readonly plain: string
  /** What was set, by name. */
  readonly settings: ReadonlyMap<string, string>
  /** The addresses that it names, as they are written. */
  readonly named: readonly string[]
}

/** Lines that the server puts before the title, each once: who runs it, and which server it dials. */
const SETTINGS =
  /((?:<meta name="parley-(?:name" content="[^"<]*|server" content="https?:\/\/[\w.-]+(?::\d+)?)">\n)+)<title>/
const SETTING = /name="parley-(\w+)" content="([^"]*)"/g
const NAMED = /\b(?:src|href|srcset|data|action|poster)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi

/** Reads a page that was served at the root. */
export function readServedPage(html: string): ServedPage {
  const [whole = '', lines = ''] = SETTINGS.exec(html) ?? []
  const set = [...lines.matchAll(SETTING)].map(
    ([, name = '', content = '']) => [name, content] as const,
  )
  const settings = new Map(set)
  const isEachOnce = settings.size === set.length
  const plain = isEachOnce ? html.replace(whole, () => whole.slice(lines.length)) : html
  const named = [...plain.matchAll(NAMED)].map(([, one, two, three]) => one ?? two ?? three ?? '')
  return { plain, settings: isEachOnce ? settings : new Map(), named: [...new Set(named)] }
}

/** The first line of a page that another one does not have, by its number from 1. */
export function firstOtherLine(
  page: string,
  other: string,
): { readonly number: number; readonly text: string } | undefined {
  const lines = page.split('\n')
  const others = other.split('\n')
  const at = lines.findIndex((line, place) => line !== others[place])
  const text = lines[at]
  return text === undefined ? undefined : { number: at + 1, text: text.trim() }
}
