import type { Plan } from '@parley/seal'
import { gapsIn, type RecordGap } from '../gaps.ts'
import type { KnownSeat, ReadPapers } from '../readPapers.ts'
import type { CountedEntry } from '../signers.ts'
import { momentsIn, warningsIn, type Moment, type ShownWarning } from './moments.ts'
import { partsIn, type HeldPart } from './parts.ts'
import { staysIn, type Stay } from './stays.ts'

/** Somebody who was there, by the name of the newest list that has the seat. */
export type PersonInRecord = KnownSeat & { readonly stays: readonly Stay[] }

/** What a record tells, as people read it. */
export type RecordStory = {
  readonly title: string
  readonly timeZone: string
  readonly sides: Plan['sides']
  /** The first and the last time in it; nothing where it is empty. */
  readonly from: number | undefined
  readonly to: number | undefined
  /** From when somebody came in first to when anybody was last heard of; nothing where nobody came. */
  readonly held: { readonly from: number; readonly to: number } | undefined
  readonly parts: readonly HeldPart[]
  /** In the order of the sides and of their lists. */
  readonly people: readonly PersonInRecord[]
  readonly moments: readonly Moment[]
  readonly warnings: readonly ShownWarning[]
  readonly gaps: readonly RecordGap[]
  readonly entries: number
}

/** Tells what these entries say, which are in their order. */
export function recordStory(
  entries: readonly CountedEntry[],
  papers: Pick<ReadPapers, 'plans' | 'sides' | 'seals' | 'seats' | 'withdrawn'>,
): RecordStory {
  const { title = '', timeZone = 'UTC' } = papers.plans.at(-1)?.plan ?? {}
  const times = entries.flatMap(({ entry }) => entry.what.map(({ at }) => at))
  const all = staysIn(entries)
  const stays = Map.groupBy(all, ({ seat }) => seat)
  const people = papers.sides.flatMap(({ side }) =>
    [...papers.seats.values()]
      .filter((seat) => seat.side === side && stays.has(seat.seat))
      .map((seat) => ({ ...seat, stays: stays.get(seat.seat) ?? [] })),
  )
  return {
    title,
    timeZone,
    sides: papers.sides,
    from: times.reduce<number | undefined>((least, at) => Math.min(least ?? at, at), undefined),
    to: times.reduce<number | undefined>((most, at) => Math.max(most ?? at, at), undefined),
    held: heldIn(all),
    parts: partsIn(entries, papers),
    people,
    moments: momentsIn(entries),
    warnings: warningsIn(entries),
    gaps: gapsIn(entries),
    entries: entries.length,
  }
}

function heldIn([first, ...stays]: readonly Stay[]): RecordStory['held'] {
  if (!first) return undefined
  return stays.reduce(
    (held, stay) => ({
      from: Math.min(held.from, stay.from),
      to: Math.max(held.to, endOf(stay)),
    }),
    { from: first.from, to: endOf(first) },
  )
}

function endOf({ to, lastSaid }: Stay): number {
  return Math.max(to ?? lastSaid, lastSaid)
}
