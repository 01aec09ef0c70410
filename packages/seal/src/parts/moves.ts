import type { SideId } from '@parley/protocol'
import { candidatesIn, type Candidate, type MovesGround } from './candidates.ts'
import type { MoveTo, PartWord } from './partWord.ts'

/** A move that every side agreed to, and the stretch of the talks that it began. */
export type AgreedMove = MoveTo & {
  /** When the last word for it was given, by the clock of whoever gave it. */
  readonly sinceMs: number
  /** What of it may be released; undefined where that is nothing. */
  readonly open: OpenStretch | undefined
  /** The sides that closed it while it was open. */
  readonly closed: ReadonlyMap<SideId, PartWord>
}

/** From the last word that opened it to the first that closed it or asked to leave it; undefined while there is none. */
export type OpenStretch = { readonly fromMs: number; readonly untilMs: number | undefined }

/** A move that not every side has agreed to. */
export type ProposedMove = MoveTo & {
  /** Whether it would lead to an open part. */
  readonly leadsToOpen: boolean
  /** The sides that are for it, the one that was heard first at the beginning. */
  readonly by: ReadonlyMap<SideId, PartWord>
  readonly refused: ReadonlyMap<SideId, PartWord>
}

/** All moves of the talks, by their numbers. */
export type Moves = {
  readonly agreed: readonly AgreedMove[]
  /** Those after the last that was agreed. */
  readonly proposed: readonly ProposedMove[]
  /** The highest item that every side was for; 0 before the first. */
  readonly reached: number
}

/** What every side was for under lower numbers. Nothing that is heard later takes any of it back. */
type Before = { readonly item: number; readonly version: number }

/** Past the end of the agenda is after each of its items. */
const PAST_ALL = 100

/**
 * What all words about moves come to. In whatever order they are heard they give the same moves, and one word
 * more never opens a move that was closed. An open part is open once, and going forward: whoever comes back to
 * it finds it closed. Of two moves with one number that every side was for, one that leads to a closed part counts.
 */
export function movesOf(words: readonly PartWord[], ground: MovesGround): Moves {
  const candidates = candidatesIn(words, ground)
  const opens = (one: Candidate): boolean => leadsToOpen(one, reachedBefore(candidates, one.move))
  const agreed = candidates.filter(({ isAgreed }) => isAgreed)
  const chosen = [...Map.groupBy(agreed, ({ move }) => move).values()]
    .flatMap((same) => best(same, opens))
    .toSorted((a, b) => a.move - b.move)
  const latest = chosen.at(-1)?.move ?? 0
  return {
    agreed: chosen.map((one) =>
      agreedMove(one, { opens: opens(one), leftMs: leftAfter(candidates, one.move) }),
    ),
    proposed: candidates
      .filter(({ isAgreed, move, by }) => !isAgreed && move > latest && by.size > 0)
      .map((one) => proposedMove(one, opens(one))),
    reached: reachedBefore(candidates, Infinity).item,
  }
}

/** Whether what is said in it now may be released. */
export function isOpenNow({ open }: Pick<AgreedMove, 'open'>): boolean {
  return open !== undefined && open.untilMs === undefined
}

function reachedBefore(candidates: readonly Candidate[], move: number): Before {
  const before = candidates.filter((one) => one.isHeld && one.move < move)
  return {
    item: Math.max(0, ...before.map(({ item }) => item ?? 0)),
    version: Math.max(0, ...before.map(({ version }) => version)),
  }
}

/** The first word for anything that every side was for under a higher number. */
function leftAfter(candidates: readonly Candidate[], move: number): number {
  const after = candidates.filter((one) => one.isHeld && one.move > move)
  return Math.min(...after.map(({ firstMs }) => firstMs))
}

function leadsToOpen({ item, isOpen, version, refused }: Candidate, before: Before): boolean {
  const isForward = (item ?? 0) > before.item && version >= before.version
  return isOpen && isForward && refused.size === 0
}

/** Closed before open, then the later item, then as the plans' hashes sort: the order of hearing decides nothing. */
function best(same: readonly Candidate[], opens: (one: Candidate) => boolean): Candidate[] {
  const isOpen = (one: Candidate): boolean => opens(one) && one.closed.size === 0
  return same
    .toSorted(
      (a, b) =>
        Number(isOpen(a)) - Number(isOpen(b)) ||
        (b.item ?? PAST_ALL) - (a.item ?? PAST_ALL) ||
        (a.plan < b.plan ? -1 : 1),
    )
    .slice(0, 1)
}

function agreedMove(
  { move, item, plan, lastMs: sinceMs, closed, closedMs }: Candidate,
  { opens, leftMs }: { opens: boolean; leftMs: number },
): AgreedMove {
  const endMs = Math.min(closedMs, leftMs)
  const untilMs = endMs < Infinity ? endMs : undefined
  const open = opens && endMs > sinceMs ? { fromMs: sinceMs, untilMs } : undefined
  return { move, item, plan, sinceMs, open, closed }
}

function proposedMove({ move, item, plan, by, refused }: Candidate, leads: boolean): ProposedMove {
  return { move, item, plan, leadsToOpen: leads, by, refused }
}
