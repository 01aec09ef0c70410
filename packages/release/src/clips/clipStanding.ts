import type { CompactJws, Hash, SideId } from '@parley/protocol'
import type { Clip, ClipFiles, SealedFile } from '../documents/clip.ts'

/** Whatever was signed about one clip, each signature verified. */
export type ClipWords = {
  /** All sides, in the order of the plan. */
  readonly sides: readonly SideId[]
  readonly clips: readonly Signed<Clip>[]
  readonly files: readonly Signed<ClipFiles>[]
  readonly refusals: readonly { readonly payload: { side: SideId; clip: Hash; reason: string } }[]
}

type Signed<T> = {
  readonly payload: T
  readonly signer: SideId
  readonly hash: Hash
  readonly jws: CompactJws
}

/** How one side answered a wording. */
export type ClipAnswer =
  | { readonly is: 'signed'; readonly jws: CompactJws }
  | { readonly is: 'awaited' }
  | { readonly is: 'refused'; readonly reason: string }

/** The newest wording of a clip: how far it is, and what is to be done next. */
export type ClipStanding = {
  readonly clip: Clip
  readonly hash: Hash
  /** The side that made it: whose sealed files are those of the wording. */
  readonly maker: SideId
  /** Where its files lie, in the order of the wording. */
  readonly files: readonly SealedFile[]
  readonly answers: ReadonlyMap<SideId, ClipAnswer>
  /** Every side signed this wording, and none refused it. */
  readonly isAgreed: boolean
  /** The order in which the sides add their manifests: whoever made it, then the others as in the plan. */
  readonly order: readonly SideId[]
  /** The file with the manifests of so many of them; nothing before the first. */
  readonly newest:
    | { readonly by: SideId; readonly file: SealedFile; readonly manifests: number }
    | undefined
  /** Whose manifest comes next; nothing until it is agreed, and once all are there. */
  readonly awaits: SideId | undefined
}

/**
 * The highest wording of which the files are known; nothing where there is none. A lower wording counts for nothing
 * from then on, nor do its signatures: they are of another file.
 */
export function clipStandingOf(words: ClipWords): ClipStanding | undefined {
  const wordings = [...Map.groupBy(words.clips, ({ hash }) => hash).values()].toSorted(
    ([a], [b]) => (b?.payload.version ?? 0) - (a?.payload.version ?? 0),
  )
  for (const same of wordings) {
    const [first] = same
    const made = first && madeBy(first, words)
    if (made) return standingOf(first, { made, words, same })
  }
  return undefined
}

type Made = { readonly maker: SideId; readonly files: readonly SealedFile[] }

function standingOf(
  { payload: clip, hash }: Signed<Clip>,
  { made, words, same }: { made: Made; words: ClipWords; same: readonly Signed<Clip>[] },
): ClipStanding {
  const answers = new Map(words.sides.map((side) => [side, answerOf(side, { hash, words, same })]))
  const isAgreed = [...answers.values()].every(({ is }) => is === 'signed')
  const order = [made.maker, ...words.sides.filter((side) => side !== made.maker)]
  const chain = isAgreed ? chainOf(order, { clip, hash, words }) : []
  const newest = chain.at(-1)
  return {
    clip,
    hash,
    ...made,
    answers,
    isAgreed,
    order,
    newest: newest && { ...newest, manifests: chain.length },
    awaits: isAgreed ? order[chain.length] : undefined,
  }
}

/** The first side of the plan whose sealed files are all those that the wording names. */
function madeBy({ payload, hash }: Signed<Clip>, { sides, files }: ClipWords): Made | undefined {
  for (const side of sides) {
    const filed = files.filter((one) => one.signer === side && one.payload.clip === hash)
    const all = filed.flatMap((one) => one.payload.files)
    const found = payload.files.flatMap((file) => all.find((one) => one.hash === file.hash) ?? [])
    if (found.length === payload.files.length) return { maker: side, files: found }
  }
  return undefined
}

/** A refusal outweighs a signature: it is how one that was given is taken back. */
function answerOf(
  side: SideId,
  { hash, words, same }: { hash: Hash; words: ClipWords; same: readonly Signed<Clip>[] },
): ClipAnswer {
  const refusal = words.refusals.find(
    ({ payload }) => payload.side === side && payload.clip === hash,
  )
  if (refusal) return { is: 'refused', reason: refusal.payload.reason }
  const signed = same.find(({ signer }) => signer === side)
  return signed ? { is: 'signed', jws: signed.jws } : { is: 'awaited' }
}

/** The files with one manifest more each, as far as the sides got without leaving one out. */
function chainOf(
  order: readonly SideId[],
  { clip, hash, words }: { clip: Clip; hash: Hash; words: ClipWords },
): { by: SideId; file: SealedFile }[] {
  const plain = new Set(clip.files.map((file) => file.hash))
  const chain: { by: SideId; file: SealedFile }[] = []
  for (const side of order) {
    const file = words.files
      .filter(({ signer, payload }) => signer === side && payload.clip === hash)
      .flatMap(({ payload }) => payload.files)
      .findLast((one) => !plain.has(one.hash))
    if (!file) break
    chain.push({ by: side, file })
  }
  return chain
}
