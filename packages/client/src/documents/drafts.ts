import type { DocumentKind, Hash, PublicKey, SideId } from '@parley/protocol'
import {
  delegationKind,
  sealsOf,
  type Agreed,
  type Delegation,
  type Plan,
  type Signature,
} from '@parley/seal'
import type { DocumentsState } from './documentsState.ts'
import { signaturesOf } from './root.ts'

/**
 * How far above the agreed version a draft may be. Larger: whoever signs a very high one, and has it
 * signed, leaves no version to sign next. Smaller: a side that redrafts often is not heard.
 */
const REACH = 1000

/** A version to replace the agreed one that some sides signed. It counts for nothing until all have. */
export type Draft = { readonly kind: DocumentKind; readonly hash: Hash } & (
  | { readonly is: 'plan'; readonly payload: Plan }
  | { readonly is: 'delegation'; readonly payload: Delegation }
) & {
    /** One of the signatures: the bytes that the others sign again. */
    readonly jws: Signature['jws']
    readonly signedBy: readonly SideId[]
    readonly awaits: readonly SideId[]
  }

/** All drafts, the newest of a kind first. */
export function draftsOf(
  state: DocumentsState,
  agreed: {
    plan: Agreed<Plan> | undefined
    seals: ReadonlyMap<SideId, PublicKey>
    delegations: ReadonlyMap<SideId, Agreed<Delegation>>
  },
): readonly Draft[] {
  const plans = signaturesOf(state, 'plan').filter(replaces(agreed.plan))
  const delegations = [...agreed.seals.keys()].flatMap((side) =>
    signaturesOf(state, 'delegation', delegationKind(side)).filter(
      replaces(agreed.delegations.get(side)),
    ),
  )
  const byHash = Map.groupBy([...plans, ...delegations], ({ hash }) => hash)
  return [...byHash.values()]
    .flatMap((signatures) => {
      const [first] = signatures
      if (!first) return []
      const { hash, jws } = first
      const needs = first.is === 'plan' ? sealsOf(first.payload) : agreed.seals
      const signedBy = signatures.map(({ signer }) => signer)
      const awaits = [...needs.keys()].filter((side) => !signedBy.includes(side))
      const who = { kind: first.payload.kind, hash, jws, signedBy, awaits }
      return [
        first.is === 'plan'
          ? { is: first.is, payload: first.payload, ...who }
          : { is: first.is, payload: first.payload, ...who },
      ]
    })
    .toSorted((a, b) => b.payload.version - a.payload.version)
}

function replaces(
  agreed: { version: number; hash: Hash } | undefined,
): (signature: { payload: Pick<Plan | Delegation, 'version' | 'previous'> }) => boolean {
  const { version, hash } = agreed ?? { version: 0, hash: null }
  return ({ payload }) =>
    payload.previous === hash && payload.version > version && payload.version <= version + REACH
}
