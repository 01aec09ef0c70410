import type { Hash, SideId } from '@parley/protocol'
import type { ReadPapers } from '../readPapers.ts'
import type { CountedEntry } from '../signers.ts'
import type { Span } from './stays.ts'

/** A part of the agenda, as it was held. */
export type HeldPart = Span & {
  readonly item: number
  readonly title: string
  readonly isOpen: boolean
}

/** The parts as they were held: a move counts once somebody of every side said the same, in the order of its numbers. */
export function partsIn(
  entries: readonly CountedEntry[],
  { plans, seals }: Pick<ReadPapers, 'plans' | 'seals'>,
): HeldPart[] {
  const parts: HeldPart[] = []
  for (const { item, plan, at } of agreedMoves(entries, [...seals.keys()])) {
    const last = parts.at(-1)
    if (last && last.to === undefined) parts[parts.length - 1] = { ...last, to: at }
    const held = plans
      .find(({ hash }) => hash === plan)
      ?.plan.agenda.find(({ part }) => part === item)
    if (held)
      parts.push({ item: held.part, title: held.title, isOpen: held.open, from: at, to: undefined })
  }
  return parts
}

type Move = { move: number; item: number | null; plan: Hash; at: number }

function agreedMoves(entries: readonly CountedEntry[], sides: readonly SideId[]): Move[] {
  const said = new Map<string, { first: Move; by: Set<SideId> }>()
  const agreed = new Map<number, Move>()
  for (const { entry, signer } of entries)
    for (const event of entry.what) {
      if (event.is !== 'part') continue
      const { move, item, plan, at } = event
      const name = JSON.stringify([move, item, plan])
      const same = said.get(name) ?? { first: { move, item, plan, at }, by: new Set() }
      said.set(name, same)
      same.by.add(signer.side)
      const isAgreed = sides.every((side) => same.by.has(side))
      if (isAgreed && !agreed.has(move)) agreed.set(move, { ...same.first, at })
    }
  return [...agreed.values()].toSorted((a, b) => a.move - b.move)
}
