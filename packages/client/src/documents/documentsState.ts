import type { CallId, CompactJws, DocumentKind, Hash, PublicKey, SideId } from '@parley/protocol'
import { orNothing, readClaim, sealsOf, type Signature, verifySignature } from '@parley/seal'
import { rootOf } from './root.ts'

/** One signature of a document, from the server or from anyone else: it proves itself. */
export type Received = {
  readonly kind: DocumentKind
  readonly version: number
  readonly side: SideId
  readonly jws: CompactJws
}

/** One's own side and its seal: from one's link, or one's own. All other seals are believed through the plan it signed. */
export type Trusted = { readonly call: CallId; readonly side: SideId; readonly seal: PublicKey }

/** Every signature that was verified, and what waits for a plan to say whose seal to expect. */
export type DocumentsState = {
  readonly trusted: Trusted
  /** The first agreed plan as one remembers it; no other can take its place. */
  readonly pinnedRoot: Hash | undefined
  readonly signatures: readonly Signature[]
  readonly waiting: readonly Received[]
}

/** What may wait for the plan. More: a stranger fills the memory. Fewer: a large call fetched out of order loses some. */
const WAITING = 1000

/**
 * Payloads of one side for one version. Of withdrawals each counts: with fewer places, which of them one
 * has would be up to whoever brings them, and the heads of two members could differ for good.
 */
const PLACES = { plan: Infinity, delegation: Infinity, pass: 1, withdrawal: Infinity } as const

/** Nothing received yet. */
export function noDocuments(trusted: Trusted, pinnedRoot: Hash | undefined): DocumentsState {
  return { trusted, pinnedRoot, signatures: [], waiting: [] }
}

/** The state with this signature in it, if it is one that the expected seal made; else as it was. */
export async function takeDocument(
  state: DocumentsState,
  received: Received,
): Promise<DocumentsState> {
  const seal = await orNothing(() => expectedSeal(state, received))
  if (seal === undefined) return state
  if (seal === 'not-known-yet') {
    return { ...state, waiting: [...state.waiting, received].slice(-WAITING) }
  }
  const filed = { ...received, call: state.trusted.call }
  const signature = await orNothing(() => verifySignature(received.jws, { filed, seal }))
  if (!signature || isKnown(state, signature)) return state
  const taken = {
    ...state,
    signatures: [...state.signatures.filter(outlives(signature)), signature],
  }
  return rootOf(state) === undefined && rootOf(taken) !== undefined ? takeWaiting(taken) : taken
}

async function takeWaiting(state: DocumentsState): Promise<DocumentsState> {
  let taken: DocumentsState = { ...state, waiting: [] }
  for (const received of state.waiting) taken = await takeDocument(taken, received)
  return taken
}

/** For a plan, the seal it names itself, if it also names one's own; for all else, the seal that the first agreed plan names. */
async function expectedSeal(
  state: DocumentsState,
  received: Received,
): Promise<PublicKey | 'not-known-yet' | undefined> {
  const { call, side, seal } = state.trusted
  const root = rootOf(state)
  if (received.kind !== 'plan') {
    return root ? sealsOf(root.payload).get(received.side) : 'not-known-yet'
  }
  const claim = readClaim(received.jws, { ...received, call })
  if (claim.is !== 'plan') return undefined
  const seals = sealsOf(claim.payload)
  return seals.get(side) === seal ? seals.get(received.side) : undefined
}

/**
 * A pass counts once for a version: the first that came. A withdrawal counts at once, so a side that
 * signed several for one version, against the rule, withdrew all of it. The rest counts when all agree.
 */
function isKnown(state: DocumentsState, signature: Signature): boolean {
  const { kind, version } = signature.payload
  const before = state.signatures.filter(
    (one) => one.payload.kind === kind && one.signer === signature.signer,
  )
  if (signature.is === 'desk') return before.some((one) => one.payload.version >= version)
  const same = before.filter((one) => one.payload.version === version)
  return same.length >= PLACES[signature.is] || same.some((one) => one.hash === signature.hash)
}

/** A desk's word of the minute replaces the one before. */
function outlives(newest: Signature): (one: Signature) => boolean {
  return (one) => newest.is !== 'desk' || one.is !== 'desk' || one.signer !== newest.signer
}
