import { diffArrays } from 'diff'
import type { Block } from '../documents/prose.ts'

/** Where both ways changed the same piece, differently. In the text both stand, the first way's before. */
export type BlockClash = { first: readonly Block[]; second: readonly Block[] }

/** What became of one piece on one way, and what was put in before it. */
type Turn = { before: Block[]; is: 'left' | 'out' | { now: Block } }

/**
 * One text of two that came from the same: each change of either is in it, and what both changed stands in
 * both wordings. `first` is the one that was saved first.
 */
export function mergeBlocks({
  base,
  first,
  second,
}: Record<'base' | 'first' | 'second', readonly Block[]>): {
  body: Block[]
  clashes: BlockClash[]
} {
  const [one, other] = [turnsOf(base, first), turnsOf(base, second)]
  const body: Block[] = []
  const clashes: BlockClash[] = []
  for (const place of [...base, undefined].keys()) {
    const [mine, theirs] = [one[place], other[place]]
    if (!mine || !theirs) continue
    body.push(...joined(mine.before, theirs.before))
    const piece = base[place]
    if (!piece) continue
    const [a, b] = [afterTurn(piece, mine), afterTurn(piece, theirs)]
    const both = mergeTurn(piece, a, b)
    body.push(...(both ?? [...a, ...b]))
    if (!both) clashes.push({ first: a, second: b })
  }
  return { body, clashes }
}

/** Nothing where both changed it, differently. */
function mergeTurn(piece: Block, first: Block[], second: Block[]): Block[] | undefined {
  if (isSame(first, [piece]) || isSame(first, second)) return second
  return isSame(second, [piece]) ? first : undefined
}

function afterTurn(piece: Block, { is }: Turn): Block[] {
  if (is === 'left') return [piece]
  return is === 'out' ? [] : [is.now]
}

/** What both put in at one place, once where it is the same. */
function joined(first: Block[], second: Block[]): Block[] {
  return isSame(first, second) ? first : [...first, ...second]
}

/** For each piece of the base, and for its end, what became of it. Of pieces that took the place of others, each stands for one. */
function turnsOf(base: readonly Block[], now: readonly Block[]): Turn[] {
  const turns = [...base, undefined].map((): Turn => ({ before: [], is: 'left' }))
  let [at, put] = [0, 0]
  /** Pieces that are out, whose places the next ones take. */
  let free: number[] = []
  for (const { added, removed, count } of diffArrays(base.map(keyOf), now.map(keyOf))) {
    if (removed) {
      free = Array.from({ length: count }, (_, n) => at + n)
      for (const place of free) setTurn(turns, place, 'out')
      at += count
    } else if (added) {
      for (const block of now.slice(put, put + count)) {
        const place = free.shift()
        if (place === undefined) turns[at]?.before.push(block)
        else setTurn(turns, place, { now: block })
      }
      put += count
    } else {
      free = []
      at += count
      put += count
    }
  }
  return turns
}

function setTurn(turns: readonly Turn[], place: number, is: Turn['is']): void {
  const turn = turns[place]
  if (turn) turn.is = is
}

function isSame(a: readonly Block[], b: readonly Block[]): boolean {
  return a.length === b.length && a.every((block, place) => keyOf(block) === keyOf(b[place]))
}

function keyOf(block: Block | undefined): string {
  return JSON.stringify(block)
}
