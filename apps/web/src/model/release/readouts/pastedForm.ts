import type { Run } from '@parley/release'
import { webAddress } from './proseSchema.ts'
import { ASIDE } from './styleAside.ts'

/** How words are written. */
export type Form = Omit<Run, 'text'>

/** As most words are. */
export const PLAIN: Form = {}

/** What a piece of a pasted page is. */
export type Kind =
  | { is: 'paragraph' | 'quote' }
  | { is: 'heading'; level: 2 | 3 }
  | { is: 'item'; ordered: boolean }

/** What is no text of the page: how it looks, what it runs, what it shows, and what was struck out in tracking. */
const NO_TEXT = new Set(
  'head style x-style script title meta link template xml img svg math video audio canvas object embed iframe button input select textarea del'.split(
    ' ',
  ),
)
const PARAGRAPHS = new Set(
  'p div section article main header footer aside figure figcaption address pre table tr td th caption dl dt dd li ul ol body'.split(
    ' ',
  ),
)

/** Whether nothing of it was meant to be copied. */
export function isHiddenAt(element: Element): boolean {
  const { localName } = element
  if (NO_TEXT.has(localName) || element.hasAttribute('hidden')) return true
  const style = styleOf(element)
  // The mark before an item, and what word processors hide or hang on the margin.
  return (
    /mso-list:\s*ignore|mso-hide:\s*all|mso-element:\s*(comment|footnote)|display:\s*none/.test(
      style,
    ) || isNote(element)
  )
}

/** What piece begins there; nothing where the words go on in the line. `around` is what they stand in. */
export function kindAt(element: Element, around: Kind): Kind | undefined {
  const { localName } = element
  const [, level] = /^h([1-6])$/.exec(localName) ?? []
  if (level) return { is: 'heading', level: Number(level) > 2 ? 3 : 2 }
  const style = styleOf(element)
  const name = element.getAttribute('class') ?? ''
  if (/^Mso(Title|Subtitle)\b/.test(name)) return { is: 'heading', level: 2 }
  if (/mso-list:\s*l\d/.test(style)) return { is: 'item', ordered: isNumbered(element) }
  if (localName === 'blockquote' || /^Mso(Intense)?Quote\b/.test(name)) return { is: 'quote' }
  if (localName === 'li') return { is: 'item', ordered: element.parentElement?.localName === 'ol' }
  if (!PARAGRAPHS.has(localName)) return undefined
  // A paragraph in an item or a quote is a part of it.
  return around.is === 'item' || around.is === 'quote' ? around : { is: 'paragraph' }
}

/** How words are written there, being written `around` it in another way. */
export function formAt(element: Element, around: Form): Form {
  const { localName } = element
  const style = styleOf(element)
  const strong =
    weightOf(style) ?? (localName === 'b' || localName === 'strong' || around.strong === true)
  const em = slantOf(style) ?? (localName === 'i' || localName === 'em' || around.em === true)
  const href = localName === 'a' ? webAddress(element.getAttribute('href') ?? '') : around.href
  return {
    ...(em ? { em: true as const } : {}),
    ...(strong ? { strong: true as const } : {}),
    ...(href === undefined ? {} : { href }),
  }
}

function weightOf(style: string): boolean | undefined {
  const [, weight] = /(?:^|;)\s*font-weight:\s*(\w+)/.exec(style) ?? []
  if (weight === undefined || weight === 'inherit') return undefined
  return weight.startsWith('bold') || Number(weight) >= 600
}

function slantOf(style: string): boolean | undefined {
  const [, slant] = /(?:^|;)\s*font-style:\s*(\w+)/.exec(style) ?? []
  return slant === undefined || slant === 'inherit' ? undefined : slant !== 'normal'
}

/** Word writes an item as a paragraph that begins with its mark. */
function isNumbered(element: Element): boolean {
  const mark = [...element.querySelectorAll('span')].find((span) =>
    /mso-list:\s*ignore/.test(styleOf(span)),
  )
  return /^[\s(]*[\p{L}\p{N}]{1,4}[.)]/u.test(mark?.textContent ?? '')
}

/** The number of a footnote or a comment, which leads to a place that is not copied. */
function isNote(element: Element): boolean {
  if (element.localName !== 'a') return false
  const name = element.getAttribute('class') ?? ''
  const href = element.getAttribute('href') ?? ''
  return (
    /footnote|endnote|msocom/i.test(name) || /^#(_ftn|_edn|_msocom|sdfootnote|sdendnote)/.test(href)
  )
}

/** As it is written there, and applied nowhere. */
function styleOf(element: Element): string {
  return (element.getAttribute(ASIDE) ?? '').toLowerCase()
}
