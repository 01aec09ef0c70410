import { diffArrays, diffWordsWithSpace } from 'diff'
import type { Block, Prose, Run } from '../../documents/prose.ts'
import { segmenterFor } from '../../documents/segmenter.ts'
import { linesOf, textOfRuns } from '../../documents/plainText.ts'

/** Some words that are in both texts, or in one of them. */
export type Piece = { is: 'same' | 'added' | 'removed'; text: string }

/** One line of two texts beside each other. `form`: the same words, written in another way. */
export type LineDifference = {
  is: 'same' | 'form' | 'added' | 'removed' | 'changed'
  block: Block['is']
  pieces: readonly Piece[]
}

/** `key`: what is alike where nothing differs. `words`: how often each word is in it. */
type Line = {
  block: Block['is']
  text: string
  key: string
  words: ReadonlyMap<string, number>
}

/** Words in common, as a share of the longer line, from which two lines are one that was changed. Larger: small edits look like new lines. Smaller: strangers are laid over each other. */
const ALIKE = 0.35

/** Lines or words taken out and put in, together, beyond which all is told as other. Larger: hostile texts take long. Smaller: long corrections are told whole. */
const EDITS = 2000

/** Pairs of lines that are held to each other at most, likewise. */
const PAIRS = 20_000

/** In what the second text differs from the first, line by line and word by word, in the order of the second. */
export function differencesOf(
  before: Prose,
  after: Prose,
  language: string,
): readonly LineDifference[] {
  const words = segmenterFor(language, 'word')
  const linesIn = (prose: Prose) => prose.flatMap((block) => read(block, words))
  const [old, now] = [linesIn(before), linesIn(after)]
  const differences: LineDifference[] = []
  let removed: Line[] = []
  const changes = diffArrays(old, now, {
    comparator: (a, b) => a.key === b.key,
    maxEditLength: EDITS,
  })
  if (!changes) return [...old.map(whole('removed')), ...now.map(whole('added'))]
  for (const change of changes) {
    if (change.removed) {
      removed = change.value
      continue
    }
    if (change.added) differences.push(...beside(removed, change.value, words))
    else differences.push(...removed.map(whole('removed')), ...change.value.map(whole('same')))
    removed = []
  }
  return [...differences, ...removed.map(whole('removed'))]
}

/** Whether anything is different. */
export function areDifferent(differences: readonly LineDifference[]): boolean {
  return differences.some(({ is }) => is !== 'same')
}

/** Lines that took the place of others: each that is like one of them is laid over it. */
function beside(
  removed: readonly Line[],
  added: readonly Line[],
  words: Intl.Segmenter,
): LineDifference[] {
  const isTooMuch = removed.length * added.length > PAIRS
  const left = [...removed]
  const laid = added.flatMap((line): LineDifference[] => {
    const place = left.findIndex((one) => (isTooMuch ? one.text === line.text : isAlike(one, line)))
    const over = left[place]
    if (!over) return [whole('added')(line)]
    const gone = left.splice(0, place + 1).slice(0, -1)
    return [...gone.map(whole('removed')), laidOver(over, line, words)]
  })
  return [...laid, ...left.map(whole('removed'))]
}

function laidOver(before: Line, after: Line, words: Intl.Segmenter): LineDifference {
  const { block, text } = after
  if (before.text === text) return { is: 'form', block, pieces: [{ is: 'same', text }] }
  const changes = diffWordsWithSpace(before.text, text, {
    intlSegmenter: words,
    maxEditLength: EDITS,
  })
  const pieces = changes?.map(({ added, removed, value }): Piece => ({
    is: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  })) ?? [
    { is: 'removed', text: before.text },
    { is: 'added', text },
  ]
  return { is: 'changed', block, pieces: coarser(pieces) }
}

/** Changes that only a space keeps apart are one, what was taken out before what was put in. */
function coarser(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = []
  let change = { removed: '', added: '' }
  const end = () => {
    if (change.removed !== '') all.push({ is: 'removed', text: change.removed })
    if (change.added !== '') all.push({ is: 'added', text: change.added })
    change = { removed: '', added: '' }
  }
  for (const [place, { is, text }] of pieces.entries()) {
    const isOpen = change.removed !== '' || change.added !== ''
    const isGoingOn = isOpen && pieces[place + 1] !== undefined && text.trim() === ''
    if (is === 'same' && !isGoingOn) {
      end()
      all.push({ is, text })
    } else {
      if (is !== 'added') change.removed += text
      if (is !== 'removed') change.added += text
    }
  }
  end()
  return all
}

function isAlike(one: Line, other: Line): boolean {
  if (one.text === other.text) return true
  const longer = Math.max(sumOf(one.words), sumOf(other.words))
  if (longer === 0) return false
  let common = 0
  for (const [word, count] of one.words) common += Math.min(count, other.words.get(word) ?? 0)
  return common / longer >= ALIKE
}

function sumOf(words: Line['words']): number {
  return [...words.values()].reduce((sum, count) => sum + count, 0)
}

function wordsOf(text: string, segmenter: Intl.Segmenter): ReadonlyMap<string, number> {
  const words = new Map<string, number>()
  for (const { isWordLike, segment } of segmenter.segment(text)) {
    const word = segment.toLowerCase()
    if (isWordLike) words.set(word, (words.get(word) ?? 0) + 1)
  }
  return words
}

function read(block: Block, segmenter: Intl.Segmenter): Line[] {
  const { is } = block
  const form = block.is === 'heading' ? block.level : block.is === 'list' ? block.ordered : null
  const joint = block.is === 'paragraph' ? (block.joint ?? null) : null
  const keyOf = (runs: readonly Run[]) => JSON.stringify([is, form, joint, runs])
  return linesOf(block).map((runs) => {
    const text = textOfRuns(runs)
    return { block: is, text, key: keyOf(runs), words: wordsOf(text, segmenter) }
  })
}

function whole(is: 'same' | 'added' | 'removed'): (line: Line) => LineDifference {
  return ({ block, text }) => ({ is, block, pieces: [{ is, text }] })
}
