import type { Block, Prose } from '../../documents/prose.ts'
import { longestCommon } from './common.ts'
import { linesIn, lineText } from './sentences.ts'

/** Words that stayed, were put in, or were taken out. */
export type Change = { readonly is: 'same' | 'put-in' | 'taken-out'; readonly text: string }

/** A line of two versions beside each other, and what sort of block it is in. */
export type ChangedLine = { readonly block: Block['is']; readonly changes: readonly Change[] }

type Line = { readonly block: Block['is']; readonly text: string }

/** In what a later version differs from the one before it, line by line and word by word, in the order of the later. */
export function changesBetween(
  before: Prose,
  after: Prose,
  language: string,
): readonly ChangedLine[] {
  const words = segmenterFor(language)
  const [old, now] = [before.flatMap(linesOf), after.flatMap(linesOf)]
  const kept = longestCommon(old, now, (a, b) => a.block === b.block && a.text === b.text)
  const changed: ChangedLine[] = []
  let [i, j] = [0, 0]
  for (const [own, other] of [...kept, [old.length, now.length] as const]) {
    changed.push(...replaced(old.slice(i, own), now.slice(j, other), words))
    const line = now[other]
    if (line) changed.push({ block: line.block, changes: [{ is: 'same', text: line.text }] })
    i = own + 1
    j = other + 1
  }
  return changed
}

function linesOf(block: Block): Line[] {
  return linesIn(block).map((runs) => ({ block: block.is, text: lineText(runs) }))
}

/** Lines that took the place of others, one for one as far as there are both. */
function replaced(
  old: readonly Line[],
  now: readonly Line[],
  words: Intl.Segmenter,
): ChangedLine[] {
  const count = Math.max(old.length, now.length)
  return Array.from({ length: count }, (_, at) => {
    const [before, after] = [old[at], now[at]]
    const block = (after ?? before)?.block ?? 'paragraph'
    return { block, changes: wordsBetween(before?.text ?? '', after?.text ?? '', words) }
  })
}

function wordsBetween(before: string, after: string, words: Intl.Segmenter): Change[] {
  const [old, now] = [piecesOf(before, words), piecesOf(after, words)]
  const kept = longestCommon(old, now, (a, b) => a === b)
  const changes: Change[] = []
  const add = (is: Change['is'], text: string) => {
    if (text !== '') changes.push({ is, text })
  }
  let [i, j] = [0, 0]
  let same = ''
  for (const [own, other] of [...kept, [old.length, now.length] as const]) {
    const [gone, come] = [old.slice(i, own).join(''), now.slice(j, other).join('')]
    if (gone !== '' || come !== '') {
      add('same', same)
      add('taken-out', gone)
      add('put-in', come)
      same = ''
    }
    same += now[other] ?? ''
    i = own + 1
    j = other + 1
  }
  add('same', same)
  return changes
}

function piecesOf(text: string, words: Intl.Segmenter): string[] {
  return [...words.segment(text)].map(({ segment }) => segment)
}

/** For a language that nobody knows, as for one that everybody does. */
function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' })
  } catch {
    return new Intl.Segmenter('en', { granularity: 'word' })
  }
}
