import type { Hash, SeatId, SideId } from '@parley/protocol'
import type { Role } from '../documents/delegation.ts'
import type { EntryEvent } from '../statements/entryEvents.ts'

/** Where a move of the agenda leads: to an item of an agreed plan, or, without one, past its end. */
export type MoveTo = {
  /** Counts the moves of the talks, from 1; one that came to nothing leaves a gap. */
  readonly move: number
  readonly item: number | null
  readonly plan: Hash
}

/** What a side says of a move, signed by its seal or by somebody who speaks for it. */
export type PartWord = MoveTo & {
  /** `refused`: it is not to be, or not any more. `closed`: it was, and what it led to is closed from then on. */
  readonly is: 'for' | 'refused' | 'closed'
  readonly side: SideId
  /** Whose word it was; undefined for the desk. */
  readonly seat: SeatId | undefined
  /** By the clock of whoever said it. */
  readonly atMs: number
  /** By what its side signed, its device was not to speak for the side any more: it opens nothing. */
  readonly isDoubted: boolean
}

/** The same for all words about one move. */
export function nameOfMove({ move, item, plan }: MoveTo): string {
  return `${move} ${item} ${plan}`
}

/** Whether whoever sits in such a seat says for its side where the talks are; its desk does, too. */
export function speaksForSide(role: Role | undefined): boolean {
  return role === 'principal' || role === 'moderator'
}

/** What an event says of a move; nothing where it is about none. */
export function partWordOf(
  event: EntryEvent,
  by: Pick<PartWord, 'side' | 'seat' | 'isDoubted'>,
): PartWord | undefined {
  if (!('move' in event)) return undefined
  const { is, move, item, plan, at: atMs } = event
  return { ...by, is: WORDS[is], move, item, plan, atMs }
}

const WORDS = { part: 'for', 'part-refused': 'refused', 'part-closed': 'closed' } as const
