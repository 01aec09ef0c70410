import {
  Refusal,
  type CallId,
  type CompactJws,
  type Hash,
  type PublicKey,
  type SideId,
} from '@parley/protocol'
import { hashOf, payloadOf, verifyJws } from '@parley/seal'
import { isOfAllSides, readRelease, type ReleaseDocument } from '../documents/releaseDocument.ts'
import type { PublicItem } from './item.ts'

/** A version as it may be shown: who signed it, and what it says. */
export type PublicVersion = ReleaseDocument & {
  readonly hash: Hash
  readonly signers: readonly SideId[]
}

/** As a version is checked: the seals that the call has, by side. */
export type Expected = {
  readonly call: CallId
  readonly item: PublicItem
  readonly seals: ReadonlyMap<SideId, PublicKey>
}

/**
 * What these signatures publish, one of each side that it needs. Refuses with `malformed`; with `not-agreed` where one
 * is missing, or the sides that it names are not those of the call; and with `bad-signature` where one is nobody's.
 */
export async function readPublicVersion(
  signatures: readonly CompactJws[],
  { call, item, seals }: Expected,
): Promise<PublicVersion> {
  const [first] = signatures
  if (!first) throw new Refusal('malformed')
  const document = readRelease(item, payloadOf(first))
  if (document.payload.call !== call) throw new Refusal('malformed')
  const hash = await hashOf(first)
  const signers = new Set<SideId>()
  for (const jws of signatures) {
    // oxlint-disable-next-line no-await-in-loop -- a seal that has signed is not looked for again
    if ((await hashOf(jws)) !== hash) throw new Refusal('malformed')
    // oxlint-disable-next-line no-await-in-loop -- likewise
    signers.add(await signerOf(jws, seals, signers))
  }
  const needed = neededOf(document, seals)
  if (needed.some((side) => !signers.has(side))) throw new Refusal('not-agreed')
  if (signers.size > needed.length) throw new Refusal('malformed')
  return { ...document, hash, signers: needed }
}

/** Refuses with `bad-signature` where no seal made it that has not signed before. */
async function signerOf(
  jws: CompactJws,
  seals: Expected['seals'],
  before: ReadonlySet<SideId>,
): Promise<SideId> {
  for (const [side, seal] of seals) {
    if (before.has(side)) continue
    // oxlint-disable-next-line no-await-in-loop -- the first that fits ends it
    const isTheirs = await verifyJws(jws, 'parley-document', seal).then(
      () => true,
      () => false,
    )
    if (isTheirs) return side
  }
  throw new Refusal('bad-signature')
}

/** The sides that must have signed it. */
function neededOf({ is, payload }: ReleaseDocument, seals: Expected['seals']): SideId[] {
  if (is === 'readout') {
    const { side, seal } = payload.side
    if (seals.get(side) !== seal) throw new Refusal('bad-signature')
    return [side]
  }
  if (!isOfAllSides(is)) throw new Refusal('malformed')
  if (is === 'announcement' || is === 'clip') {
    const areThose = payload.sides.every(({ side, seal }) => seals.get(side) === seal)
    if (!areThose || payload.sides.length !== seals.size) throw new Refusal('not-agreed')
  }
  return [...seals.keys()]
}
