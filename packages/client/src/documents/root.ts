import type { DocumentKind, Hash, PublicKey, SideId } from '@parley/protocol'
import {
  agreedVersions,
  fullySigned,
  sealsOf,
  type Agreed,
  type Document,
  type Plan,
  type Signature,
} from '@parley/seal'
import type { DocumentsState } from './documentsState.ts'

type SignatureOf<K extends Document['is']> = Extract<Signature, { is: K }>

/** The signatures of one sort. */
export function signaturesOf<K extends Document['is']>(
  { signatures }: Pick<DocumentsState, 'signatures'>,
  is: K,
  kind?: DocumentKind,
): SignatureOf<K>[] {
  return signatures.filter(
    (one): one is SignatureOf<K> => one.is === is && (!kind || one.payload.kind === kind),
  )
}

/** The first agreed plan: it fixes sides and seals, and its hash names the call from then on. */
export function rootOf(state: DocumentsState): Agreed<Plan> | undefined {
  const first = signaturesOf(state, 'plan').filter(({ payload }) => payload.previous === null)
  return fullySigned(first, namedSeals(state)).find(
    ({ hash }) => state.pinnedRoot === undefined || hash === state.pinnedRoot,
  )
}

/** The agreed plan: it came from the root, and names the same seals. */
export function agreedPlan(state: DocumentsState): Agreed<Plan> | undefined {
  const root = rootOf(state)
  if (!root) return undefined
  const seals = sealsOf(root.payload)
  const descendants = signaturesOf(state, 'plan').filter(
    ({ payload, hash }) => payload.previous !== null || hash === root.hash,
  )
  return agreedVersions(descendants, (plan) =>
    areSame(sealsOf(plan), seals) ? seals : new Map(),
  ).at(-1)
}

/** A plan that does not name one's own seal needs what nobody can give. */
function namedSeals({ trusted }: DocumentsState) {
  return (plan: Plan): ReadonlyMap<SideId, PublicKey> => {
    const seals = sealsOf(plan)
    return seals.get(trusted.side) === trusted.seal ? seals : new Map()
  }
}

function areSame(a: ReadonlyMap<SideId, PublicKey>, b: ReadonlyMap<SideId, PublicKey>): boolean {
  return a.size === b.size && [...a].every(([side, seal]) => b.get(side) === seal)
}

/** What is remembered of a call: a client never goes back behind it. */
export type Remembered = {
  readonly root: Hash | undefined
  readonly seen: Readonly<Record<DocumentKind, readonly [version: number, hash: Hash]>>
}
