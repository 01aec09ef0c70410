import type { KnownMove } from './parts/parts.ts'

/** What a leaf says about the agenda in its heartbeats. */
export type AgendaSaid = {
  /** The last move of the talks that every side agreed to, as it knows. */
  part?: KnownMove
  /** Its holder would like to speak: a place in the order, one more than the highest that was heard. */
  asks?: number
  /** Its device records that open part. */
  records?: number
}

/** Neither a move of the talks nor a wish to speak. */
export const NO_AGENDA_SAID: AgendaSaid = {}
