import type { DocumentKind, Hash, PublicKey, SideId } from '@parley/protocol'
import {
  agreedVersions,
  delegationKind,
  PLAN_KIND,
  withdrawalKind,
  type Document,
  type Heads,
  type Signature,
} from '@parley/seal'
import * as v from 'valibot'
import { StrictJws } from './strictJws.ts'

const Signatures = v.pipe(v.array(StrictJws), v.minLength(1), v.maxLength(31))
const Versions = v.pipe(v.array(Signatures), v.maxLength(1000))

/** What was agreed, as it was signed: versions oldest first, each with one signature of every side in the order of the plan. */
export const RecordPapers = v.strictObject({
  plans: v.pipe(Versions, v.minLength(1)),
  /** By side, in the order of the plan. */
  delegations: v.pipe(v.array(Versions), v.maxLength(31)),
  withdrawals: v.pipe(v.array(StrictJws), v.maxLength(1000)),
})
export type RecordPapers = v.InferOutput<typeof RecordPapers>

/** Where verified signatures are at hand. */
export type SignedBy = (side: SideId, kind: DocumentKind) => readonly Signature[]

/**
 * The papers of a call whose first agreed plan is `root`, as they were when its heads were these. Whoever has
 * the signatures comes to the same, whatever was agreed since.
 */
export function papersOf(
  signedBy: SignedBy,
  { root, seals, heads }: { root: Hash; seals: ReadonlyMap<SideId, PublicKey>; heads: Heads },
): RecordPapers {
  const sides = [...seals.keys()]
  const upTo = (kind: DocumentKind) => heads[kind]?.[0] ?? 0
  const all = <Is extends Document['is']>(is: Is, kind: DocumentKind) =>
    sides.flatMap((side) =>
      signedBy(side, kind).filter((one): one is Extract<Signature, { is: Is }> => one.is === is),
    )
  const plans = all('plan', PLAN_KIND).filter(
    ({ payload, hash }) => payload.previous !== null || hash === root,
  )
  return {
    plans: agreedVersions(plans, () => seals)
      .filter(({ version }) => version <= upTo(PLAN_KIND))
      .map(({ signatures }) => [...signatures]),
    delegations: sides.map((side) => {
      const kind = delegationKind(side)
      return agreedVersions(all('delegation', kind), () => seals)
        .filter(({ version }) => version <= upTo(kind))
        .map(({ signatures }) => [...signatures])
    }),
    withdrawals: sides.flatMap((side) => {
      const kind = withdrawalKind(side)
      return signedBy(side, kind)
        .filter(({ payload }) => payload.version <= upTo(kind))
        .toSorted((a, b) => a.payload.version - b.payload.version || (a.hash < b.hash ? -1 : 1))
        .map(({ jws }) => jws)
    }),
  }
}
