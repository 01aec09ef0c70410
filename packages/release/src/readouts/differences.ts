import { diffArrays, diffWordsWithSpace } from 'diff'
import type { Block, Prose, Run } from '../documents/prose.ts'
import { linesOf, textOfRuns } from './plainText.ts'

/** Some words that are in both texts, or in one of them. */
export type Piece = { is: 'same' | 'added' | 'removed'; text: string }

/** One line of two texts beside each other. `form`: the same words, written in another way. */
export type LineDifference = {
  is: 'same' | 'form' | 'added' | 'removed' | 'changed'
  block: Block['is']
  pieces: readonly Piece[]
}

type Line = { block: Block['is']; text: string; key: string }

/** Words in common, as a share of the longer line, from which two lines are one that was changed. Larger: small edits look like new lines. Smaller: strangers are laid over each other. */
const ALIKE = 0.35

/** In what the second text differs from the first, line by line and word by word, in the order of the second. */
export function differencesOf(
  before: Prose,
  after: Prose,
  language: string,
): readonly LineDifference[] {
  const words = new Intl.Segmenter(language, { granularity: 'word' })
  const differences: LineDifference[] = []
  let removed: Line[] = []
  const changes = diffArrays(before.flatMap(read), after.flatMap(read), {
    comparator: (a, b) => a.key === b.key,
  })
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
  const left = [...removed]
  const laid = added.flatMap((line): LineDifference[] => {
    const place = left.findIndex((one) => isAlike(one.text, line.text, words))
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
  const pieces = diffWordsWithSpace(before.text, text, { intlSegmenter: words }).map(
    ({ added, removed, value }): Piece => ({
      is: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }),
  )
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

function isAlike(a: string, b: string, segmenter: Intl.Segmenter): boolean {
  if (a === b) return true
  const [one, other] = [wordsOf(a, segmenter), wordsOf(b, segmenter)]
  const longer = Math.max(one.length, other.length)
  if (longer === 0) return false
  const counted = Map.groupBy(other, (word) => word)
  const common = one.filter((word) => counted.get(word)?.pop() !== undefined).length
  return common / longer >= ALIKE
}

function wordsOf(text: string, segmenter: Intl.Segmenter): string[] {
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment.toLowerCase())
}

function read(block: Block): Line[] {
  const { is } = block
  const form = block.is === 'heading' ? block.level : block.is === 'list' ? block.ordered : null
  const joint = block.is === 'paragraph' ? (block.joint ?? null) : null
  const keyOf = (runs: readonly Run[]) => JSON.stringify([is, form, joint, runs])
  return linesOf(block).map((runs) => ({ block: is, text: textOfRuns(runs), key: keyOf(runs) }))
}

function whole(is: 'same' | 'added' | 'removed'): (line: Line) => LineDifference {
  return ({ block, text }) => ({ is, block, pieces: [{ is, text }] })
}
