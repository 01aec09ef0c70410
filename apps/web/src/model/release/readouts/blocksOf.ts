import type { Block, Prose, Run } from '@parley/release'
import type { Node } from 'prosemirror-model'
import { cleanText } from './cleanText.ts'

/** Characters of a run, as its schema bounds it. What is longer goes on in the next. */
const RUN_CHARACTERS = 10_000

/** What is written, as it is saved and signed. Empty paragraphs and items say nothing, and are not in it. */
export function blocksOf(doc: Node): Prose {
  return doc.children.flatMap((node) => blockOf(node) ?? [])
}

/** One piece of the text; nothing where it is empty. */
export function blockOf(node: Node): Block | undefined {
  switch (node.type.name) {
    case 'bullet_list':
    case 'ordered_list': {
      const items = node.children
        .map((item) => item.children.flatMap(runsOf))
        .filter(({ length }) => length > 0)
      return items.length > 0
        ? { is: 'list', ordered: node.type.name === 'ordered_list', items }
        : undefined
    }
    case 'joint':
      return { is: 'paragraph', runs: node.attrs['runs'], joint: node.attrs['joint'] }
    case 'heading': {
      const runs = runsOf(node)
      const level = node.attrs['level'] === 3 ? 3 : 2
      return runs.length > 0 ? { is: 'heading', level, runs } : undefined
    }
    default: {
      const runs = runsOf(node)
      const is = node.type.name === 'quote' ? 'quote' : 'paragraph'
      return runs.length > 0 ? { is, runs } : undefined
    }
  }
}

function runsOf(node: Node): Run[] {
  return node.children.flatMap((child) => {
    const form = formOf(child)
    return piecesOf(cleanText(child.text ?? '')).map((text) => ({ text, ...form }))
  })
}

function formOf({ marks }: Node): Omit<Run, 'text'> {
  const names = new Set(marks.map(({ type }) => type.name))
  const link = marks.find(({ type }) => type.name === 'link')
  return {
    ...(names.has('em') ? { em: true as const } : {}),
    ...(names.has('strong') ? { strong: true as const } : {}),
    ...(link ? { href: String(link.attrs['href']) } : {}),
  }
}

/** Never cut within a character. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let left = text
  while (left.length > RUN_CHARACTERS) {
    const isPair = /[\uD800-\uDBFF]/.test(left.charAt(RUN_CHARACTERS - 1))
    const at = isPair ? RUN_CHARACTERS - 1 : RUN_CHARACTERS
    pieces.push(left.slice(0, at))
    left = left.slice(at)
  }
  return left === '' ? pieces : [...pieces, left]
}
