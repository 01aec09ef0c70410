import type { Run } from '@parley/release'
import { Schema, type Node } from 'prosemirror-model'

/** All that a readout can hold. Whatever is pasted or typed, nothing else gets into the text. */
export const proseSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      group: 'block',
      content: 'inline*',
      parseDOM: [{ tag: 'p' }],
      toDOM: () => ['p', { dir: 'auto' }, 0],
    },
    heading: {
      group: 'block',
      content: 'inline*',
      defining: true,
      attrs: { level: { default: 2, validate: 'number' } },
      parseDOM: [
        { tag: 'h2', attrs: { level: 2 } },
        { tag: 'h3', attrs: { level: 3 } },
      ],
      toDOM: ({ attrs }) => [attrs['level'] === 3 ? 'h3' : 'h2', { dir: 'auto' }, 0],
    },
    quote: {
      group: 'block',
      content: 'inline*',
      defining: true,
      parseDOM: [{ tag: 'blockquote' }],
      toDOM: () => ['blockquote', { dir: 'auto' }, 0],
    },
    ordered_list: {
      group: 'block',
      content: 'list_item+',
      parseDOM: [{ tag: 'ol' }],
      toDOM: () => ['ol', 0],
    },
    bullet_list: {
      group: 'block',
      content: 'list_item+',
      parseDOM: [{ tag: 'ul' }],
      toDOM: () => ['ul', 0],
    },
    list_item: {
      content: 'paragraph',
      defining: true,
      parseDOM: [{ tag: 'li' }],
      toDOM: () => ['li', 0],
    },
    /** A line that the sides agree on: it is taken in and out as a whole, and nobody writes in it. */
    joint: {
      group: 'block',
      atom: true,
      attrs: { joint: { validate: 'string' }, runs: {} },
      parseDOM: [{ tag: 'p[data-joint]', priority: 60, getAttrs: jointOf }],
      toDOM: (node) => [
        'p',
        { dir: 'auto', 'data-joint': String(node.attrs['joint']) },
        jointText(node),
      ],
    },
    text: { group: 'inline' },
  },
  marks: {
    link: {
      inclusive: false,
      attrs: { href: { validate: 'string' } },
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (element) => {
            const href = webAddress(element.getAttribute('href') ?? '')
            return href === undefined ? false : { href }
          },
        },
      ],
      toDOM: ({ attrs }) => ['a', { href: String(attrs['href']), rel: 'noreferrer' }, 0],
    },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
  },
})

/** What a joint line says. */
export function jointText({ attrs }: Node): string {
  return (attrs['runs'] as readonly Run[]).map(({ text }) => text).join('')
}

/** An address as a readout may name it, spelled out; nothing for any other. */
export function webAddress(typed: string): string | undefined {
  const address = URL.parse(typed.trim())
  if (address?.protocol !== 'https:' || address.href.length > 2000) return undefined
  return address.username === '' && address.password === '' ? address.href : undefined
}

function jointOf(element: HTMLElement): { joint: string; runs: readonly Run[] } {
  const text = element.textContent ?? ''
  return { joint: element.dataset['joint'] ?? '', runs: [{ text }] }
}
