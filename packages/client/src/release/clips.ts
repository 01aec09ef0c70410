import type { Hash, SideId } from '@parley/protocol'
import {
  clipFileKind,
  clipKind,
  clipStandingOf,
  refusalKind,
  type Clip,
  type ClipStanding,
  type SealedFile,
} from '@parley/release'
import { CannotSign } from '../desk/cannotSign.ts'
import type { DeskHands } from '../desk/deskHands.ts'
import { releaseSignatures, type ReleaseState } from './releaseState.ts'
import type { Releases } from './releases.ts'
import { signReleaseAgain, signReleaseAs } from './signing.ts'

/** What a desk says of a clip; its sides are those of the plan, and its parts too. */
export type ClipWording = Omit<Clip, 'call' | 'kind' | 'version' | 'previous' | 'at'>

/** The numbers of all clips that somebody proposed, in order. */
export function clipNumbers({ signatures }: Pick<ReleaseState, 'signatures'>): number[] {
  const kinds = releaseSignatures({ signatures }, 'clip').map(({ payload }) => payload.kind)
  const numbers = [...new Set(kinds)].map((kind) => Number(kind.slice('clip/'.length)))
  return numbers.toSorted((a, b) => a - b)
}

/** How far a clip is; nothing where there is none that can be seen. */
export function standingOfClip(state: ReleaseState, n: number): ClipStanding | undefined {
  return clipStandingOf({
    sides: [...state.seals.keys()],
    clips: releaseSignatures(state, 'clip', clipKind(n)),
    files: releaseSignatures(state, 'clip-file', clipFileKind(n)),
    refusals: releaseSignatures(state, 'refusal', refusalKind(n)),
  })
}

/** How many clips wait for that side: for its answer, or for its manifest. */
export function clipsAwaiting(state: ReleaseState, side: SideId): number {
  return clipNumbers(state).filter((n) => {
    const standing = standingOfClip(state, n)
    const answers = [...(standing?.answers ?? [])]
    const isRefused = answers.some(([, { is }]) => is === 'refused')
    const awaitsAnswer = !isRefused && standing?.answers.get(side)?.is === 'awaited'
    return awaitsAnswer || standing?.awaits === side
  }).length
}

/**
 * Signs a clip, or a new cut of one, and tells the other desks where its sealed files lie. The hash is that of its
 * document. Rejects with `CannotSign`.
 */
export async function proposeClip(
  hands: DeskHands,
  releases: Releases,
  { n, says, files }: { n: number; says: ClipWording; files: readonly SealedFile[] },
): Promise<Hash> {
  const clip = await signReleaseAs(hands, releases, { is: 'clip', kind: clipKind(n), says })
  await tellFiles(hands, releases, { n, clip, files })
  return clip
}

/** Signs the very clip that was seen. Rejects with `CannotSign`: `unknown-draft` where a new cut took its place. */
export async function signClip(
  hands: DeskHands,
  releases: Releases,
  { n, clip }: { n: number; clip: Hash },
): Promise<void> {
  const proposed = releaseSignatures(releases.state, 'clip', clipKind(n))
  const signature = proposed.find(({ hash }) => hash === clip)
  const isNewest = standingOfClip(releases.state, n)?.hash === clip
  if (!signature || !isNewest) throw new CannotSign('unknown-draft')
  await signReleaseAgain(hands, releases, signature)
}

/** Says that this side does not sign that clip, or takes its signature back. Rejects with `CannotSign`. */
export async function refuseClip(
  hands: DeskHands,
  releases: Releases,
  { n, clip, reason }: { n: number; clip: Hash; reason: string },
): Promise<void> {
  const { side } = hands.book.record
  const says = { side, clip, reason: reason.trim() }
  await signReleaseAs(hands, releases, { is: 'refusal', kind: refusalKind(n), says })
}

/** Tells the other desks where sealed files of a clip lie. */
export async function tellFiles(
  hands: DeskHands,
  releases: Releases,
  { n, clip, files }: { n: number; clip: Hash; files: readonly SealedFile[] },
): Promise<void> {
  const { side } = hands.book.record
  const says = { side, clip, files: [...files] }
  await signReleaseAs(hands, releases, { is: 'clip-file', kind: clipFileKind(n), says })
}
