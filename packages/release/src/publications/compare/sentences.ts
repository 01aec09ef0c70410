import type { Block, Prose, Run } from '../../documents/prose.ts'

/** A sentence of a text: in which block and line it is, from where to where in that line, and its words. */
export type Sentence = {
  readonly block: number
  readonly line: number
  readonly from: number
  readonly to: number
  readonly text: string
  readonly words: readonly Word[]
  /** How often each word is in it. */
  readonly counts: ReadonlyMap<string, number>
}

/** A word: how it is compared, and where it is in its line. */
type Word = { readonly key: string; readonly from: number; readonly to: number }

/** The lines of a block: one, or one for each item of a list. */
export function linesIn(block: Block): readonly (readonly Run[])[] {
  return block.is === 'list' ? block.items : [block.runs]
}

/** What the runs say. */
export function lineText(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}

/** The sentences of a text, headings left out. */
export function sentencesOf(prose: Prose, language: string): readonly Sentence[] {
  const segmenters = segmentersFor(language)
  return prose.flatMap((block, at) =>
    block.is === 'heading'
      ? []
      : linesIn(block).flatMap((runs, line) =>
          sentencesIn(lineText(runs), segmenters).map((sentence) => ({
            block: at,
            line,
            ...sentence,
          })),
        ),
  )
}

type Segmenters = { sentences: Intl.Segmenter; words: Intl.Segmenter }

/** For a language that nobody knows, as for one that everybody does. */
function segmentersFor(language: string): Segmenters {
  try {
    return makeSegmenters(language)
  } catch {
    return makeSegmenters('en')
  }
}

function makeSegmenters(language: string): Segmenters {
  return {
    sentences: new Intl.Segmenter(language, { granularity: 'sentence' }),
    words: new Intl.Segmenter(language, { granularity: 'word' }),
  }
}

function sentencesIn(
  line: string,
  { sentences, words }: Segmenters,
): Omit<Sentence, 'block' | 'line'>[] {
  return [...sentences.segment(line)].flatMap(({ segment, index }) => {
    const text = segment.trim()
    const from = index + segment.indexOf(text)
    const found = [...words.segment(text)].flatMap((word) =>
      word.isWordLike
        ? [
            {
              key: word.segment.normalize('NFKC').toLowerCase(),
              from: from + word.index,
              to: from + word.index + word.segment.length,
            },
          ]
        : [],
    )
    if (found.length === 0) return []
    return [{ from, to: from + text.length, text, words: found, counts: countsOf(found) }]
  })
}

function countsOf(words: readonly Word[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { key } of words) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
