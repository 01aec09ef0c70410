import type { Block, Prose, Run } from '@parley/release'
import { cleanText } from './cleanText.ts'
import { formAt, isHiddenAt, kindAt, PLAIN, type Form, type Kind } from './pastedForm.ts'

/** More of a paste is left out. Larger: a whole book holds the page up. Smaller: a long statement is cut. */
const PIECES = 500

/** What the walk through a pasted page has put together so far. */
type Walk = { blocks: Block[]; runs: Run[]; kind: Kind }

/**
 * What was copied elsewhere, as a readout may hold it: words, paragraphs, headings, lists, quotes, emphasis and
 * addresses of the web. Fonts, colours, comments, pictures and what was struck out in tracking stay behind.
 */
export function proseOfPasted(root: Node): Prose {
  const walk: Walk = { blocks: [], runs: [], kind: { is: 'paragraph' } }
  visit(root, PLAIN, walk)
  endPiece(walk)
  return walk.blocks.slice(0, PIECES)
}

function visit(node: Node, form: Form, walk: Walk): void {
  if (isText(node)) return addText(walk, node.nodeValue ?? '', form)
  if (!isElement(node)) return visitAll(node, form, walk)
  if (isHiddenAt(node)) return
  if (node.localName === 'br') return endPiece(walk)
  const kind = kindAt(node, walk.kind)
  const inside = formAt(node, form)
  if (!kind) return visitAll(node, inside, walk)
  endPiece(walk)
  const before = walk.kind
  walk.kind = kind
  visitAll(node, inside, walk)
  endPiece(walk)
  walk.kind = before
}

function visitAll(node: Node, form: Form, walk: Walk): void {
  for (const child of node.childNodes) visit(child, form, walk)
}

/** Spaces count as one, as a page shows them; what does not break stays. */
function addText(walk: Walk, text: string, form: Form): void {
  const spaced = cleanText(text).replaceAll(/ +/g, ' ')
  const last = walk.runs.at(-1)
  const isAfterSpace = !last || last.text.endsWith(' ')
  const words = isAfterSpace ? spaced.replace(/^ /, '') : spaced
  if (words === '') return
  if (last && isAlike(last, form)) last.text += words
  else walk.runs.push({ text: words, ...form })
}

/** What was put together becomes a piece of the text, unless it says nothing. */
function endPiece(walk: Walk): void {
  const runs = trimmed(walk.runs)
  walk.runs = []
  if (runs.every(({ text }) => text.trim() === '')) return
  const { kind, blocks } = walk
  const last = blocks.at(-1)
  if (kind.is !== 'item') blocks.push(blockOf(kind, runs))
  else if (last?.is === 'list' && last.ordered === kind.ordered) last.items.push(runs)
  else blocks.push({ is: 'list', ordered: kind.ordered, items: [runs] })
}

function blockOf(kind: Exclude<Kind, { is: 'item' }>, runs: Run[]): Block {
  return kind.is === 'heading'
    ? { is: 'heading', level: kind.level, runs: runs.map(withoutStrong) }
    : { is: kind.is, runs }
}

/** A heading is strong already. */
function withoutStrong(run: Run): Run {
  const { strong: _, ...plain } = run
  return plain
}

function trimmed(runs: readonly Run[]): Run[] {
  const last = runs.at(-1)
  const cut = last?.text.replace(/[ \u00a0]+$/, '')
  return cut === undefined
    ? []
    : [...runs.slice(0, -1), { ...last, text: cut }].filter(({ text }) => text !== '')
}

function isAlike({ em, strong, href }: Run, form: Form): boolean {
  return em === form.em && strong === form.strong && href === form.href
}

function isText(node: Node): boolean {
  return node.nodeType === 3
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1
}
