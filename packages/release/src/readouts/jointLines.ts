import type { Hash, PublicKey, SideId } from '@parley/protocol'
import { agreedVersions } from '@parley/seal'
import type { JointLine } from '../documents/joint.ts'
import type { ReleaseDocument, ReleaseSignature } from '../documents/releaseDocument.ts'

type SignedLine = ReleaseSignature<Extract<ReleaseDocument, { is: 'joint' }>>
type SignedAnswer = ReleaseSignature<Extract<ReleaseDocument, { is: 'joint-answer' }>>
type Texts = JointLine['texts']

/** One wording of a line, and what became of it. */
export type LineWording = {
  readonly hash: Hash
  readonly texts: Texts
  readonly at: number
  /** The side that signed it first, as far as is known. */
  readonly by: SideId
  readonly standing:
    /** Every side signed it. */
    | { readonly is: 'agreed' }
    | { readonly is: 'awaited'; readonly of: readonly SideId[] }
    /** That side did not want it, and may have said why. */
    | { readonly is: 'declined'; readonly side: SideId; readonly reason: string }
    | { readonly is: 'taken-back'; readonly side: SideId }
    /** Another wording came after it. */
    | { readonly is: 'replaced' }
}

/** A line that the sides would publish in the same words, with its newest wording. */
export type JointState = {
  readonly n: number
  readonly newest: LineWording
  /** The one that counts, while another is proposed in its place. */
  readonly agreed: LineWording | undefined
  /** Those before the newest, oldest first. */
  readonly earlier: readonly LineWording[]
}

/** All joint lines of a call, by their number. `seals` are those that the agreed plan names. */
export function jointLines(
  signatures: readonly ReleaseSignature[],
  seals: ReadonlyMap<SideId, PublicKey>,
): readonly JointState[] {
  const lines = signatures.filter((one): one is SignedLine => one.is === 'joint')
  const answers = signatures.filter((one): one is SignedAnswer => one.is === 'joint-answer')
  return [...Map.groupBy(lines, ({ payload }) => numberOf(payload))]
    .map(([n, signed]) => stateOf(n, { signed, answers, seals }))
    .toSorted((a, b) => a.n - b.n)
}

/**
 * The number for a line of that side: each side counts in its own row, so that two desks that propose at once do
 * not take the same. Nothing once the row is full.
 */
export function nextLineNumber(
  lines: readonly Pick<JointState, 'n'>[],
  { side, sides }: { side: SideId; sides: readonly SideId[] },
): number | undefined {
  const taken = new Set(lines.map(({ n }) => n))
  for (let n = sides.indexOf(side) + 1; n <= 99; n += sides.length) if (!taken.has(n)) return n
  return undefined
}

/** The text of a line in that language, if it has one. */
export function lineIn(
  { texts }: Pick<LineWording, 'texts'>,
  language: string,
): string | undefined {
  return texts.find((one) => one.language === language)?.text
}

function stateOf(
  n: number,
  {
    signed,
    answers,
    seals,
  }: {
    signed: readonly SignedLine[]
    answers: readonly SignedAnswer[]
    seals: ReadonlyMap<SideId, PublicKey>
  },
): JointState {
  const agreed = agreedVersions(signed, () => seals)
  const inForce = agreed.at(-1)?.hash
  const once = new Set(agreed.map(({ hash }) => hash))
  const byHash = [...Map.groupBy(signed, ({ hash }) => hash).values()].toSorted(
    ([a], [b]) => (a?.payload.version ?? 0) - (b?.payload.version ?? 0),
  )
  const wordings = byHash.flatMap((same, place) => {
    const [first] = same
    if (!first) return []
    const { hash, payload } = first
    const isNewest = place === byHash.length - 1
    const standing = once.has(hash)
      ? ({ is: hash === inForce ? 'agreed' : 'replaced' } as const)
      : standingOf({ same, answers, sides: [...seals.keys()], isNewest })
    return [{ hash, texts: payload.texts, at: payload.at, by: first.signer, standing }]
  })
  const newest = wordings.at(-1)
  if (!newest) throw new Error('A line has a wording')
  return {
    n,
    newest,
    agreed: wordings.find(({ hash }) => hash === inForce),
    earlier: wordings.slice(0, -1),
  }
}

function standingOf({
  same,
  answers,
  sides,
  isNewest,
}: {
  same: readonly SignedLine[]
  answers: readonly SignedAnswer[]
  sides: readonly SideId[]
  isNewest: boolean
}): LineWording['standing'] {
  const signedBy = new Set(same.map(({ signer }) => signer))
  const answer = answers.find(
    ({ payload, signer }) =>
      payload.joint === same[0]?.hash && signedBy.has(signer) === (payload.answer === 'taken-back'),
  )
  if (answer?.payload.answer === 'taken-back') return { is: 'taken-back', side: answer.signer }
  if (answer) return { is: 'declined', side: answer.signer, reason: answer.payload.reason }
  if (!isNewest) return { is: 'replaced' }
  return { is: 'awaited', of: sides.filter((side) => !signedBy.has(side)) }
}

function numberOf({ kind }: JointLine): number {
  return Number(kind.slice('joint/'.length))
}
