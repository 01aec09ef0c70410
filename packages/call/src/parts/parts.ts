import type { Hash, SeatId, SideId } from '@parley/protocol'
import {
  isOpenNow,
  type AgreedMove,
  type Moves,
  type MovesGround,
  type MoveTo,
  type PartWord,
} from '@parley/seal'

/** The part in progress, agreed by every side. */
export type PartNow = {
  readonly item: number
  /** Whether what is said now may be released; false, too, while somebody says that the talks have moved on. */
  readonly open: boolean
  /** Milliseconds since 1970, UTC: when the last side agreed, by the clock of whoever spoke for it. */
  readonly since: number
}

/** The last agreed move as a leaf knows it: its heartbeats say it. */
export type KnownMove = {
  readonly move: number
  readonly item: number | null
  readonly isOpen: boolean
}

/** What somebody's heartbeat says of the last move; undefined where it knows of none. */
export type SaidMove = { readonly seat: SeatId; readonly known: KnownMove | undefined }

/** Whose words are said here. */
export type PartSpeaker = {
  readonly side: SideId
  /** Undefined at a desk. */
  readonly seat: SeatId | undefined
  /** Whether its word is its side's. */
  readonly maySpeak: boolean
}

/** What is known here of the moves of the talks. */
export type Parts = {
  readonly words: readonly PartWord[]
  readonly ground: MovesGround
  /** The plan by which something is proposed now; undefined before one is agreed. */
  readonly plan: Hash | undefined
  readonly speaker: PartSpeaker | undefined
  readonly moves: Moves
  /** Those by whom the talks have moved on, while what moved them is not here. */
  readonly ahead: readonly (SaidMove & { readonly sinceMs: number })[]
  /** What was said here and has not come back. */
  readonly said: readonly SaidHere[]
}

/** A word about a move that is under way to the log. */
export type SaidHere = MoveTo & { readonly is: PartWord['is']; readonly atMs: number }

/** Nothing is known. */
export const NO_PARTS: Parts = {
  words: [],
  ground: { sides: [], plans: new Map() },
  plan: undefined,
  speaker: undefined,
  moves: { agreed: [], proposed: [], reached: 0 },
  ahead: [],
  said: [],
}

/** The move that the talks are at; undefined before the first. */
export function latestMove({ moves }: Pick<Parts, 'moves'>): AgreedMove | undefined {
  return moves.agreed.at(-1)
}

/** What one's heartbeats say of it. */
export function knownMove(parts: Pick<Parts, 'moves'>): KnownMove | undefined {
  const latest = latestMove(parts)
  return latest && { move: latest.move, item: latest.item, isOpen: isOpenNow(latest) }
}

/** The part in progress; undefined before the first, and once the agenda is over. */
export function partNow(parts: Pick<Parts, 'moves' | 'ahead'>): PartNow | undefined {
  const latest = latestMove(parts)
  if (!latest || latest.item === null) return undefined
  const open = isOpenNow(latest) && parts.ahead.length === 0
  return { item: latest.item, open, since: latest.sinceMs }
}

/** Whether one who says this has heard less than one who knows that: of one move, what is closed was heard later. */
export function isBehind(said: KnownMove | undefined, known: KnownMove | undefined): boolean {
  if (!known) return false
  if (!said || said.move !== known.move) return (said?.move ?? 0) < known.move
  if (said.isOpen !== known.isOpen) return said.isOpen
  return (said.item ?? Infinity) < (known.item ?? Infinity)
}
