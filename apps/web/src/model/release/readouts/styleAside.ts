/** What stands before the name of an attribute that is moved aside. */
const PREFIX = 'data-pasted-'

/** Under which name a pasted page has what it says of its style. */
export const ASIDE = `${PREFIX}style`

/**
 * A page whose styles and handlers a browser takes for none, so that a page under a strict policy can read it
 * without a complaint: what they say stands in other attributes, and a `style` element is one that nobody
 * knows. It goes through the text once, however it is made.
 */
export function styleAside(html: string): string {
  const parts: string[] = []
  let [copied, at] = [0, 0]
  const rename = (from: number, length: number, name: string) => {
    parts.push(html.slice(copied, from), name)
    copied = from + length
  }
  while (at < html.length) {
    const tag = TAG.exec(html.slice(at, at + 24))
    if (!tag) {
      const next = html.indexOf('<', at + 1)
      if (next < 0) break
      at = next
      continue
    }
    const [whole, close = '', name = ''] = tag
    if (name.toLowerCase() === 'style') rename(at + 1 + close.length, name.length, 'x-style')
    at = inTag(html, at + whole.length, rename)
  }
  return parts.join('') + html.slice(copied)
}

const TAG = /^<(\/?)([a-z][a-z0-9:-]{0,20})/i
const MOVED = /^(style|on[a-z]{1,40})(?=[\s=])/i

/** Goes to the end of a tag, past what stands in quotes. */
function inTag(
  html: string,
  from: number,
  rename: (from: number, length: number, name: string) => void,
): number {
  let at = from
  while (at < html.length && html[at] !== '>') {
    const character = html[at] ?? ''
    if (character === '"' || character === "'") {
      const end = html.indexOf(character, at + 1)
      if (end < 0) return html.length
      at = end + 1
    } else {
      const isName = /[\s"'/]/.test(html[at - 1] ?? '')
      const [name = ''] = (isName && MOVED.exec(html.slice(at, at + 48))) || []
      if (name !== '') rename(at, 0, PREFIX)
      at += Math.max(name.length, 1)
    }
  }
  return at
}
