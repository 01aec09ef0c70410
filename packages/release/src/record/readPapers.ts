import type { CallId, DocumentKind, Hash, PublicKey, SeatId, SideId } from '@parley/protocol'
import {
  delegationKind,
  hashOf,
  PLAN_KIND,
  withdrawalKind,
  type Heads,
  type Plan,
  type Seat,
  type Withdrawn,
} from '@parley/seal'
import { BrokenRecord, type RecordFault } from './fault.ts'
import type { RecordPapers } from './papers.ts'
import { claimOf, isSignedBy, signedByAll } from './signed.ts'

/** A seat that was agreed, as the newest delegation that has it names it. */
export type KnownSeat = Pick<Seat, 'seat' | 'name' | 'office' | 'role' | 'rooms'> & {
  readonly side: SideId
}

/** What the papers of a record say, once every signature in them was verified. */
export type ReadPapers = {
  readonly call: CallId
  /** The agreed plans, oldest first. */
  readonly plans: readonly { readonly hash: Hash; readonly plan: Plan }[]
  /** As the last of them has them, in its order; the seals never change. */
  readonly sides: Plan['sides']
  readonly seals: ReadonlyMap<SideId, PublicKey>
  readonly seats: ReadonlyMap<SeatId, KnownSeat>
  /** The passes that a side took back of its own seats. */
  readonly withdrawn: readonly Withdrawn[]
  /** Of the last versions in them. */
  readonly heads: Heads
}

type Before = { version: number; hash: Hash } | undefined

type MutableHeads = Record<DocumentKind, [version: number, hash: Hash]>

/** Verifies all of them. Rejects with `BrokenRecord` at the first that is not as it should be. */
export async function readPapers(papers: RecordPapers, call: CallId): Promise<ReadPapers> {
  const heads: MutableHeads = {}
  const plans = await readPlans(papers, { call, heads })
  const { sides } = plans.at(-1)?.plan ?? broken({ because: 'plan', number: 1 })
  const seals = new Map(sides.map(({ side, seal }) => [side, seal]))
  const seats = await readSeats(papers, { call, seals, heads })
  const withdrawn = await readWithdrawals(papers, { call, seals, seats, heads })
  return { call, plans, sides, seals, seats, withdrawn, heads }
}

async function readPlans(
  { plans }: RecordPapers,
  { call, heads }: { call: CallId; heads: MutableHeads },
) {
  const read: { hash: Hash; plan: Plan }[] = []
  for (const [place, signatures] of plans.entries()) {
    const fault = { because: 'plan', number: place + 1 } as const
    const claim = claimOf(signatures[0], { call, kind: PLAN_KIND })
    if (claim?.is !== 'plan') return broken(fault)
    const { sides } = read[0]?.plan ?? claim.payload
    const seals = new Map(sides.map(({ side, seal }) => [side, seal]))
    // oxlint-disable-next-line no-await-in-loop -- the first that is wrong is named
    const hash = await signedByAll(signatures, [...seals.values()])
    const isOfSides = sealsText(claim.payload.sides) === sealsText(sides)
    const last = read.at(-1)
    const before = last && { version: last.plan.version, hash: last.hash }
    if (!hash || !isOfSides || !isNext(claim.payload, before)) return broken(fault)
    read.push({ hash, plan: claim.payload })
    heads[PLAN_KIND] = [claim.payload.version, hash]
  }
  return read
}

async function readSeats(
  { delegations }: RecordPapers,
  { call, seals, heads }: Pick<ReadPapers, 'call' | 'seals'> & { heads: MutableHeads },
): Promise<ReadPapers['seats']> {
  const seats = new Map<SeatId, KnownSeat>()
  if (delegations.length !== seals.size) broken({ because: 'malformed', where: 'delegations' })
  for (const [place, side] of [...seals.keys()].entries()) {
    let before: Before
    for (const [at, signatures] of (delegations[place] ?? []).entries()) {
      const fault = { because: 'delegation', side, number: at + 1 } as const
      const claim = claimOf(signatures[0], { call, kind: delegationKind(side) })
      if (claim?.is !== 'delegation') return broken(fault)
      // oxlint-disable-next-line no-await-in-loop -- likewise
      const hash = await signedByAll(signatures, [...seals.values()])
      if (!hash || !isNext(claim.payload, before)) return broken(fault)
      before = { version: claim.payload.version, hash }
      heads[claim.payload.kind] = [claim.payload.version, hash]
      for (const { seat, name, office, role, rooms } of claim.payload.seats)
        if ((seats.get(seat)?.side ?? side) === side)
          seats.set(seat, { seat, side, name, office, role, rooms })
    }
  }
  return seats
}

async function readWithdrawals(
  { withdrawals }: RecordPapers,
  {
    call,
    seals,
    seats,
    heads,
  }: Pick<ReadPapers, 'call' | 'seals' | 'seats'> & { heads: MutableHeads },
): Promise<Withdrawn[]> {
  const all: Withdrawn[] = []
  for (const [place, jws] of withdrawals.entries()) {
    const claims = [...seals.keys()].map((side) =>
      claimOf(jws, { call, kind: withdrawalKind(side) }),
    )
    const [claim] = claims.filter((one) => one?.is === 'withdrawal')
    const seal = claim?.is === 'withdrawal' ? seals.get(claim.payload.side) : undefined
    // oxlint-disable-next-line no-await-in-loop -- likewise
    const isSigned = claim && seal && (await isSignedBy(jws, seal))
    if (!isSigned || claim.is !== 'withdrawal')
      return broken({ because: 'withdrawal', number: place + 1 })
    const { kind, version, side, withdrawn } = claim.payload
    // oxlint-disable-next-line no-await-in-loop -- likewise
    heads[kind] = [version, await hashOf(jws)]
    all.push(...withdrawn.filter(({ seat }) => seats.get(seat)?.side === side))
  }
  return all
}

/** Whether it replaces that, or is the first of all. */
function isNext(
  { version, previous }: { version: number; previous: Hash | null },
  before: Before,
): boolean {
  return before ? previous === before.hash && version > before.version : previous === null
}

function sealsText(sides: Plan['sides']): string {
  return JSON.stringify(sides.map(({ side, seal }) => `${side} ${seal}`).toSorted())
}

function broken(fault: RecordFault): never {
  throw new BrokenRecord(fault)
}
