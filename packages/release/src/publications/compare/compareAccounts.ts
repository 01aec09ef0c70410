import type { Prose } from '../../documents/prose.ts'
import { isSame, likenessOf, otherwiseIn, type Stretch } from './alike.ts'
import { sentencesOf, type Sentence } from './sentences.ts'

/** A place in an account that is marked: what is there only it says, or says in other words. */
export type Mark = {
  readonly block: number
  readonly line: number
  readonly from: number
  readonly to: number
  readonly letter: string
  /** Whether it is the last of that difference here: the letter stands after it. */
  readonly isLast: boolean
}

/** One difference: by account, the sentence and what of it is marked, or nothing where it is not mentioned. */
export type Difference = {
  readonly letter: string
  readonly said: readonly (Said | undefined)[]
}

/** A sentence, and where in it the marks go. */
export type Said = { readonly text: string; readonly marked: readonly Stretch[] }

export type Comparison = {
  /** By account. */
  readonly marks: readonly (readonly Mark[])[]
  readonly differences: readonly Difference[]
}

/** Words in common from which two sentences are about the same. Larger: two wordings of one thing stand apart. Smaller: strangers are held to each other. */
const ALIKE = 0.4

/** Sentences of all accounts together. Larger: a page takes long to make. Smaller: long accounts are not compared. */
const SENTENCES = 800

/** Words of a sentence, likewise. */
const WORDS = 400

/** A thing that is said, by account. */
type Thing = (Sentence | undefined)[]

/**
 * Holds accounts in one language to each other, sentence by sentence: what not all of them say in the same words gets
 * a letter. Nothing where they are too long.
 */
export function compareAccounts(
  accounts: readonly Prose[],
  language: string,
): Comparison | undefined {
  const sentences = accounts.map((prose) => sentencesOf(prose, language))
  const all = sentences.flat()
  const isTooLong = all.length > SENTENCES || all.some(({ words }) => words.length > WORDS)
  if (isTooLong) return undefined
  const differing = thingsIn(sentences).filter((said) => !isSaidAlike(said))
  const marks: Mark[][] = accounts.map(() => [])
  const differences = differing.map((said, at): Difference => {
    const letter = letterOf(at)
    return {
      letter,
      said: said.map((own, account) => {
        if (!own) return undefined
        const { block, line } = own
        const stretches = markedIn(own, said)
        for (const [place, stretch] of stretches.entries()) {
          const isLast = place === stretches.length - 1
          marks[account]?.push({ block, line, ...stretch, letter, isLast })
        }
        return { text: own.text, marked: stretches.map((one) => within(own, one)) }
      }),
    }
  })
  return { marks, differences }
}

/** a to z, then aa, ab and on. */
export function letterOf(at: number): string {
  const last = String.fromCharCode(97 + (at % 26))
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last
}

/** What is said, in the order in which it is, the first account's first: each sentence in one thing, with those of others that are like it. */
function thingsIn(accounts: readonly (readonly Sentence[])[]): Thing[] {
  const things: Thing[] = []
  for (const [account, sentences] of accounts.entries()) {
    const found = pairUp(things, sentences)
    const taken = new Set<Thing | undefined>(found.values())
    let place = 0
    for (const sentence of sentences) {
      const thing = found.get(sentence)
      if (thing) {
        thing[account] = sentence
        place = things.indexOf(thing) + 1
        continue
      }
      while (place < things.length && !taken.has(things[place])) place++
      const alone: Thing = accounts.map(() => undefined)
      alone[account] = sentence
      things.splice(place++, 0, alone)
    }
  }
  return things
}

/** By sentence, the thing that it says: those most alike find each other first. */
function pairUp(
  things: readonly Thing[],
  sentences: readonly Sentence[],
): ReadonlyMap<Sentence, Thing> {
  const pairs: { thing: Thing; sentence: Sentence; likeness: number; apart: number }[] = []
  for (const [at, thing] of things.entries())
    for (const [place, sentence] of sentences.entries()) {
      const likeness = Math.max(...thing.map((one) => (one ? likenessOf(one, sentence) : 0)))
      if (likeness >= ALIKE) pairs.push({ thing, sentence, likeness, apart: Math.abs(at - place) })
    }
  const best = pairs.toSorted((a, b) => b.likeness - a.likeness || a.apart - b.apart)
  const found = new Map<Sentence, Thing>()
  const taken = new Set<Thing>()
  for (const { thing, sentence } of best) {
    if (taken.has(thing) || found.has(sentence)) continue
    taken.add(thing)
    found.set(sentence, thing)
  }
  return found
}

function isSaidAlike([first, ...others]: Thing): boolean {
  return first !== undefined && others.every((other) => other && isSame(first, other))
}

/** What of a sentence is marked: all of it where nobody else says it, else what others say otherwise. */
function markedIn(own: Sentence, said: Thing): readonly Stretch[] {
  const others = said.filter((other): other is Sentence => other !== undefined && other !== own)
  const otherwise = others.filter((other) => !isSame(own, other))
  return otherwise.length === 0 ? [{ from: own.from, to: own.to }] : otherwiseIn(own, otherwise)
}

/** Counted from where the sentence begins. */
function within(sentence: Sentence, { from, to }: Stretch): Stretch {
  return { from: from - sentence.from, to: to - sentence.from }
}
