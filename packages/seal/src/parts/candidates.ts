import type { Hash, SideId } from '@parley/protocol'
import type { Plan } from '../documents/plan.ts'
import { nameOfMove, type MoveTo, type PartWord } from './partWord.ts'

/** What moves are judged by: the sides of the call, and every version of its plan that was agreed. */
export type MovesGround = {
  readonly sides: readonly SideId[]
  readonly plans: ReadonlyMap<Hash, Pick<Plan, 'version' | 'agenda'>>
}

/** A move that somebody spoke of. */
export type Candidate = MoveTo & {
  /** The version of its plan, and whether that has it as an open part. */
  readonly version: number
  readonly isOpen: boolean
  /** Of each side whose word counts its first one, in the order in which the sides were heard. */
  readonly by: ReadonlyMap<SideId, PartWord>
  readonly refused: ReadonlyMap<SideId, PartWord>
  readonly closed: ReadonlyMap<SideId, PartWord>
  /** Whether every side is for it, whoever spoke for it. */
  readonly isHeld: boolean
  /** Whether the word of every side counts: for an open part one that is in doubt does not. */
  readonly isAgreed: boolean
  /** The times of the first and the last word for it. One word more never brings them nearer to each other. */
  readonly firstMs: number
  readonly lastMs: number
  /** The time of the first word that closed it; infinite where there is none. */
  readonly closedMs: number
}

/** Moves to items that an agreed plan has, with what each side says of them. */
export function candidatesIn(
  words: readonly PartWord[],
  { sides, plans }: MovesGround,
): readonly Candidate[] {
  if (sides.length === 0) return []
  const known = words.filter(({ side }) => sides.includes(side))
  return [...Map.groupBy(known, nameOfMove).values()].flatMap((same) => {
    const [first] = same
    const plan = first && plans.get(first.plan)
    const part = plan?.agenda.find((one) => one.part === first?.item)
    if (!first || !plan || (first.item !== null && !part)) return []
    const isOpen = part?.open ?? false
    const all = same.filter(({ is }) => is === 'for')
    const counting = isOpen ? all.filter(({ isDoubted }) => !isDoubted) : all
    const closing = same.filter(({ is }) => is === 'closed')
    const by = firstHeard(counting)
    const times = all.map(({ atMs }) => atMs)
    return {
      move: first.move,
      item: first.item,
      plan: first.plan,
      version: plan.version,
      isOpen,
      by,
      refused: firstHeard(same.filter(({ is }) => is === 'refused')),
      closed: firstHeard(closing),
      isHeld: firstHeard(all).size === sides.length,
      isAgreed: by.size === sides.length,
      firstMs: Math.min(...times),
      lastMs: Math.max(...times),
      closedMs: Math.min(...closing.map(({ atMs }) => atMs)),
    }
  })
}

/** Of each side the word that was heard first. */
function firstHeard(words: readonly PartWord[]): ReadonlyMap<SideId, PartWord> {
  const found = new Map<SideId, PartWord>()
  for (const word of words) if (!found.has(word.side)) found.set(word.side, word)
  return found
}
