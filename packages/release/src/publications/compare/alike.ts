import { longestCommon } from './common.ts'
import type { Sentence } from './sentences.ts'

/** How much two sentences have in common: words in both, as a share of both, from 0 to 1. */
export function likenessOf(a: Sentence, b: Sentence): number {
  let common = 0
  for (const [key, count] of a.counts) common += Math.min(count, b.counts.get(key) ?? 0)
  return (2 * common) / (a.words.length + b.words.length)
}

/** Whether they say the same in the same order; signs and capitals make no difference. */
export function isSame(a: Sentence, b: Sentence): boolean {
  return (
    a.words.length === b.words.length && a.words.every(({ key }, at) => key === b.words[at]?.key)
  )
}

/** From where to where in a line. */
export type Stretch = { readonly from: number; readonly to: number }

/** Words in both between two that are not, which are marked along. Larger: less is marked in one piece. Smaller: more and shorter marks. */
const BETWEEN = 2

/**
 * Where a sentence says something else than others that are like it: the words that are not there in that order. Where
 * it only leaves something out, the word before the gap.
 */
export function otherwiseIn(own: Sentence, others: readonly Sentence[]): readonly Stretch[] {
  const kept = others.map((other) => keptWords(own, other))
  const changed = own.words.flatMap((_, at) => (kept.every((one) => one.has(at)) ? [] : [at]))
  const places = changed.length > 0 ? changed : [gapIn(kept)]
  const stretches: { first: number; last: number }[] = []
  for (const place of places) {
    const before = stretches.at(-1)
    if (before && place - before.last <= BETWEEN + 1) before.last = place
    else stretches.push({ first: place, last: place })
  }
  return stretches.map(({ first, last }) => ({
    from: own.words[first]?.from ?? own.from,
    to: own.words[last]?.to ?? own.to,
  }))
}

/** The word after which another sentence goes on with something else; the last where one only begins otherwise. */
function gapIn(others: readonly ReadonlyMap<number, number>[]): number {
  for (const other of others) {
    const places = [...other.entries()].toSorted(([a], [b]) => a - b)
    for (const [at, [own, there]] of places.entries()) {
      const next = places[at + 1]
      if (next && next[1] !== there + 1) return own
    }
  }
  return Math.max(0, ...others.flatMap((other) => [...other.keys()]))
}

function keptWords(own: Sentence, other: Sentence): ReadonlyMap<number, number> {
  return longestCommon(own.words, other.words, (a, b) => a.key === b.key)
}
