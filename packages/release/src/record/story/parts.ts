import { movesOf, partWordOf, speaksForSide, type PartWord } from '@parley/seal'
import type { ReadPapers } from '../readPapers.ts'
import type { CountedEntry, Signer } from '../signers.ts'
import type { Span } from './stays.ts'

/** A part of the agenda, as it was held. */
export type HeldPart = Span & {
  readonly item: number
  readonly title: string
  /** When it was open: what was said then may be released. */
  readonly open: Span | undefined
}

type OfParts = Pick<ReadPapers, 'plans' | 'seals' | 'seats' | 'withdrawn'>

/** The parts as they were held, by the moves that every side agreed to. */
export function partsIn(entries: readonly CountedEntry[], papers: OfParts): HeldPart[] {
  const { plans, seals } = papers
  const words = entries.flatMap(({ entry, signer }) => {
    const by = speakerOf(signer, papers)
    return by ? entry.what.flatMap((event) => partWordOf(event, by) ?? []) : []
  })
  const ground = {
    sides: [...seals.keys()],
    plans: new Map(plans.map(({ hash, plan }) => [hash, plan])),
  }
  const { agreed } = movesOf(words, ground)
  return agreed.flatMap(({ item, plan, sinceMs, open }, place) => {
    const planned = ground.plans.get(plan)?.agenda.find(({ part }) => part === item)
    if (!planned) return []
    const { part, title } = planned
    const to = agreed[place + 1]?.sinceMs
    const span = open && { from: open.fromMs, to: open.untilMs }
    return [{ item: part, title, from: sinceMs, to, open: span }]
  })
}

/** A desk speaks for its side, and so does who sits in a seat that may. */
function speakerOf(
  signer: Signer,
  { seats, withdrawn }: OfParts,
): Pick<PartWord, 'side' | 'seat' | 'isDoubted'> | undefined {
  const { side } = signer
  if (signer.is === 'desk') return { side, seat: undefined, isDoubted: false }
  const { seat, pass } = signer
  if (!speaksForSide(seats.get(seat)?.role)) return undefined
  const isDoubted = withdrawn.some((one) => one.seat === seat && one.passVersion >= pass)
  return { side, seat, isDoubted }
}
