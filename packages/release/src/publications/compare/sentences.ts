import { linesOf, textOfRuns } from '../../documents/plainText.ts'
import type { Prose } from '../../documents/prose.ts'
import { segmenterFor } from '../../documents/segmenter.ts'

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

/** The sentences of a text, headings left out. */
export function sentencesOf(prose: Prose, language: string): readonly Sentence[] {
  const segmenters = {
    sentences: segmenterFor(language, 'sentence'),
    words: segmenterFor(language, 'word'),
  }
  return prose.flatMap((block, at) =>
    block.is === 'heading'
      ? []
      : linesOf(block).flatMap((runs, line) =>
          sentencesIn(textOfRuns(runs), segmenters).map((sentence) => ({
            block: at,
            line,
            ...sentence,
          })),
        ),
  )
}

type Segmenters = { sentences: Intl.Segmenter; words: Intl.Segmenter }

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
