import type { SeatId } from '@parley/protocol'
import type { Companion } from './members.ts'

/** Who is in the room with people of the call, and has no seat. */
export type Company = {
  /** With oneself, as one declared it; undefined before that. */
  own: readonly Companion[] | undefined
  /** With the others, as each last declared it: kept over their coming back. */
  others: ReadonlyMap<SeatId, readonly Companion[]>
}

/** Somebody declared others than before. */
export type CompanyChange = {
  seat: SeatId
  /** Nothing was known before. */
  isFirst: boolean
  came: readonly Companion[]
  gone: readonly Companion[]
}

/** Nobody has said anything. */
export const NOTHING_DECLARED: Company = { own: undefined, others: new Map() }

/** Larger: a heartbeat grows. Smaller: a cabinet room cannot be declared. */
export const COMPANIONS_AT_MOST = 12

/** What somebody's heartbeat declares, and what is new in it. One that says nothing takes nothing back. */
export function hearCompany(
  company: Company,
  { seat, declared }: { seat: SeatId; declared: readonly Companion[] | undefined },
): readonly [Company, CompanyChange | undefined] {
  if (!declared) return [company, undefined]
  const before = company.others.get(seat)
  const came = without(declared, before ?? [])
  const gone = without(before ?? [], declared)
  if (before && came.length === 0 && gone.length === 0) return [company, undefined]
  const others = new Map(company.others).set(seat, declared)
  return [
    { ...company, others },
    { seat, isFirst: !before, came, gone },
  ]
}

function without(these: readonly Companion[], those: readonly Companion[]): readonly Companion[] {
  return these.filter((one) => !those.some((other) => isSame(one, other)))
}

function isSame(one: Companion, other: Companion): boolean {
  return one.name === other.name && one.office === other.office
}
