import type { DocumentKind, PublicKey, SideId } from '@parley/protocol'
import type { PayloadOf, ReleaseSignature, ReleaseWord } from '@parley/release'
import { agreedVersions, fullySigned, type Agreed } from '@parley/seal'

type SignatureOf<Is extends ReleaseWord> = Omit<ReleaseSignature, 'is' | 'payload'> & {
  readonly is: Is
  readonly payload: PayloadOf<Is>
}

/** What every side, or one alone, signed of what is released of a call; all verified. */
export type ReleaseState = {
  /** By side, the seals that the agreed plan names; none before there is one. */
  readonly seals: ReadonlyMap<SideId, PublicKey>
  readonly signatures: readonly ReleaseSignature[]
}

/** All signatures of one sort, and of one kind where it is named. */
export function releaseSignatures<Is extends ReleaseWord>(
  { signatures }: Pick<ReleaseState, 'signatures'>,
  is: Is,
  kind?: DocumentKind,
): SignatureOf<Is>[] {
  const found = signatures.filter((one) => one.is === is && (!kind || one.payload.kind === kind))
  return found as unknown as SignatureOf<Is>[]
}

/** The agreed versions of a kind that led to the highest, oldest first: signed by every side. */
export function agreedReleases<Is extends ReleaseWord>(
  state: ReleaseState,
  is: Is,
  kind: DocumentKind,
): Agreed<PayloadOf<Is>>[] {
  return agreedVersions<PayloadOf<Is>>(releaseSignatures(state, is, kind), () => state.seals)
}

/** What one side alone signed of a kind, in the order of versions, each replacing the one before it. */
export function ownReleases<Is extends ReleaseWord>(
  { signatures, seals }: ReleaseState,
  { is, kind, side }: { is: Is; kind: DocumentKind; side: SideId },
): Agreed<PayloadOf<Is>>[] {
  const seal = seals.get(side)
  if (!seal) return []
  const own = releaseSignatures({ signatures }, is, kind).filter(({ signer }) => signer === side)
  return agreedVersions<PayloadOf<Is>>(own, () => new Map([[side, seal]]))
}

/** A wording that some sides signed and that would replace the agreed one, the newest last. */
export type ReleaseProposal<Is extends ReleaseWord> = {
  readonly first: SignatureOf<Is>
  readonly signedBy: readonly SideId[]
  readonly awaits: readonly SideId[]
}

/** The wordings of a kind that are signed by some and not by all. */
export function proposedReleases<Is extends ReleaseWord>(
  state: ReleaseState,
  is: Is,
  kind: DocumentKind,
): ReleaseProposal<Is>[] {
  const signatures = releaseSignatures(state, is, kind)
  const whole = fullySigned<PayloadOf<Is>>(signatures, () => state.seals)
  const agreed = new Set(whole.map(({ hash }) => hash))
  const above = agreedReleases(state, is, kind).at(-1)?.version ?? 0
  return [...Map.groupBy(signatures, ({ hash }) => hash).values()]
    .flatMap((same) => {
      const [first] = same
      if (!first || agreed.has(first.hash) || first.payload.version <= above) return []
      const signedBy = same.map(({ signer }) => signer)
      const awaits = [...state.seals.keys()].filter((side) => !signedBy.includes(side))
      return [{ first, signedBy, awaits }]
    })
    .toSorted((a, b) => a.first.payload.version - b.first.payload.version)
}
