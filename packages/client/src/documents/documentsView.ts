import {
  aidePlaceOf,
  type DocumentKind,
  type Hash,
  type PublicKey,
  type SeatId,
  type SideId,
} from '@parley/protocol'
import {
  agreedVersion,
  delegationKind,
  sealsOf,
  type Agreed,
  type Delegation,
  type Document,
  type Heads,
  type ListedSeat,
  type Lists,
  type Plan,
  type Signature,
  type Withdrawn,
} from '@parley/seal'
import { allWithdrawn } from './allWithdrawn.ts'
import type { DocumentsState } from './documentsState.ts'
import { draftsOf, type Draft } from './drafts.ts'
import { agreedPlan, rootOf, signaturesOf, type Remembered } from './root.ts'

type Signed<K extends Document['is']> = Extract<Signature, { is: K }>

/** What the documents say: all of it derived from verified signatures. */
export type DocumentsView = {
  /** The hash of the first agreed plan. */
  readonly root: Hash | undefined
  readonly plan: Agreed<Plan> | undefined
  /** The seals of the first agreed plan, in its order. */
  readonly seals: ReadonlyMap<SideId, PublicKey>
  readonly delegations: ReadonlyMap<SideId, Agreed<Delegation>>
  /** The newest pass of each seat. */
  readonly passes: ReadonlyMap<SeatId, Signed<'pass'>>
  /** The newest withdrawal of each side. */
  readonly withdrawals: ReadonlyMap<SideId, Signed<'withdrawal'>>
  /** All that each side withdrew, in whatever version of it is here. */
  readonly withdrawnBy: ReadonlyMap<SideId, readonly Withdrawn[]>
  /** Sides that signed several withdrawals for one version, against the rule: each counts. */
  readonly signedTwice: ReadonlySet<SideId>
  /** Each desk's last word. */
  readonly deskWords: ReadonlyMap<SideId, Signed<'desk'>>
  /** Plans and delegations that somebody signed above what is agreed. */
  readonly drafts: readonly Draft[]
  readonly heads: Heads
  readonly lists: Lists
  /** What one has seen before in a higher or another version than is here: until it comes, nobody is on the lists. */
  readonly missing: readonly DocumentKind[]
}

/** Derives it. */
export function viewOf(state: DocumentsState, remembered: Remembered): DocumentsView {
  const root = rootOf(state)
  const plan = agreedPlan(state)
  const seals = root ? sealsOf(root.payload) : new Map<SideId, PublicKey>()
  const delegations = delegationsOf(state, seals)
  const seats = listedSeats(delegations)
  const isOwn = (seat: SeatId, side: SideId) => (sideOfPlace(seats, seat) ?? side) === side
  const ownPasses = signaturesOf(state, 'pass').filter(({ payload, signer }) =>
    isOwn(payload.seat, signer),
  )
  const passes = newest(ownPasses, ({ payload }) => payload.seat)
  const allWithdrawals = signaturesOf(state, 'withdrawal')
  const withdrawals = newest(allWithdrawals, ({ signer }) => signer)
  const withdrawnBy = withdrawnOf(allWithdrawals)
  const heads = headsOf({ plan, delegations, withdrawals })
  const missing = missingOf(state, { heads, remembered })
  return {
    root: root?.hash,
    plan,
    seals,
    delegations,
    passes,
    withdrawals,
    withdrawnBy,
    signedTwice: twiceSigned(allWithdrawals),
    deskWords: newest(signaturesOf(state, 'desk'), ({ signer }) => signer),
    drafts: draftsOf(state, { plan, seals, delegations }),
    heads,
    lists: {
      seats: missing.length > 0 ? new Map() : seats,
      passVersions: new Map([...passes].map(([seat, { payload }]) => [seat, payload.version])),
      withdrawn: [...withdrawnBy].flatMap(([side, withdrawn]) =>
        withdrawn.filter(({ seat }) => isOwn(seat, side)),
      ),
    },
    missing,
  }
}

/** Whose that seat is, or the seat that it is the place of an aide of; undefined while nobody has it. */
export function sideOfPlace(seats: Lists['seats'], place: SeatId): SideId | undefined {
  return (seats.get(place) ?? seats.get(aidePlaceOf(place)))?.side
}

/** What to remember from now on. */
export function remember(view: DocumentsView, before: Remembered): Remembered {
  const isRooted = before.root !== undefined || view.root === undefined
  return raise(isRooted ? before : { ...before, root: view.root }, view.heads)
}

/** Remembers what is higher among these heads, too; the same again, if nothing is. */
export function raise(before: Remembered, heads: Remembered['seen']): Remembered {
  const newer = Object.entries(heads).filter(
    ([kind, [version]]) => version > (before.seen[kind as DocumentKind]?.[0] ?? 0),
  )
  if (newer.length === 0) return before
  return { ...before, seen: { ...before.seen, ...Object.fromEntries(newer) } }
}

function delegationsOf(
  state: DocumentsState,
  seals: ReadonlyMap<SideId, PublicKey>,
): ReadonlyMap<SideId, Agreed<Delegation>> {
  const agreed = [...seals.keys()].map((side) => {
    const signatures = signaturesOf(state, 'delegation', delegationKind(side))
    return [side, agreedVersion(signatures, () => seals)] as const
  })
  return new Map(agreed.flatMap(([side, found]) => (found ? [[side, found]] : [])))
}

/** A withdrawal is not taken back by a later one that does not repeat it. */
function withdrawnOf(
  withdrawals: readonly Signed<'withdrawal'>[],
): ReadonlyMap<SideId, readonly Withdrawn[]> {
  return new Map(
    [...Map.groupBy(withdrawals, ({ signer }) => signer)].map(([side, signed]) => [
      side,
      allWithdrawn(signed.map(({ payload }) => payload.withdrawn)),
    ]),
  )
}

function twiceSigned(withdrawals: readonly Signed<'withdrawal'>[]): ReadonlySet<SideId> {
  const versions = Map.groupBy(withdrawals, ({ signer, payload }) => `${signer} ${payload.version}`)
  const several = [...versions.values()].filter(({ length }) => length > 1)
  return new Set(several.flat().map(({ signer }) => signer))
}

/** A seat belongs to the first side, in the order of the plan, that lists it. */
function listedSeats(
  delegations: ReadonlyMap<SideId, Agreed<Delegation>>,
): ReadonlyMap<SeatId, ListedSeat> {
  const listed = new Map<SeatId, ListedSeat>()
  for (const [side, { payload }] of delegations)
    for (const { seat, ...who } of payload.seats)
      if (!listed.has(seat)) listed.set(seat, { side, ...who })
  return listed
}

function newest<K, S extends Signature>(
  signatures: readonly S[],
  by: (signature: S) => K,
): ReadonlyMap<K, S> {
  return new Map(
    signatures
      .toSorted((a, b) => a.payload.version - b.payload.version || (a.hash < b.hash ? -1 : 1))
      .map((signature) => [by(signature), signature]),
  )
}

function headsOf({
  plan,
  delegations,
  withdrawals,
}: Pick<DocumentsView, 'plan' | 'delegations' | 'withdrawals'>): Heads {
  const agreed = [...(plan ? [plan] : []), ...delegations.values()]
  return Object.fromEntries([
    ...agreed.map(({ payload, hash }) => [payload.kind, [payload.version, hash]]),
    ...[...withdrawals.values()].map(({ payload, hash }) => [
      payload.kind,
      [payload.version, hash],
    ]),
  ])
}

function missingOf(
  state: DocumentsState,
  { heads, remembered: { seen } }: { heads: Heads; remembered: Remembered },
): DocumentKind[] {
  const withdrawn = new Set(signaturesOf(state, 'withdrawal').map((signature) => signature.hash))
  return (Object.keys(seen) as DocumentKind[]).filter((kind) => {
    const [version, hash] = seen[kind] ?? [0]
    const [here, hashHere] = heads[kind] ?? [0]
    const isSame = hashHere === hash || (hash !== undefined && withdrawn.has(hash))
    return here < version || (here === version && !isSame)
  })
}
