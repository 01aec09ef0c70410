import type { LeafIndex } from '@parley/protocol'

/** Whoever is on air into a language offers it to a partner, and stays on air until that one has opened. */
export type Offer = { into: string; to: LeafIndex; atMs: number }

/** A partner who opened into one's language after one did oneself, and what one's own word was then. */
type Successor = { atMs: number; ownWord: number }

/** Who of one's own side offers a language to whom, who takes it, and what of one's own microphone the log has. */
export type HandOver = {
  offers: ReadonlyMap<LeafIndex, Offer>
  successors: ReadonlyMap<LeafIndex, Successor>
  /** The newest word about one's own microphone that came back from the log. */
  inLog: number
}

export type HandOverEvent =
  /** Offers the language one is on air into; the same offer again takes it back. */
  | { type: 'hand-over-pressed'; to: LeafIndex; atMs: number }
  | { type: 'hand-over-heard'; from: LeafIndex; into: string; to?: LeafIndex; atMs: number }
  /** One's own word about the microphone is in the log: what comes after it was said later. */
  | { type: 'own-microphone-heard'; n: number }

export type HandOverEffect = {
  do: 'say'
  word: { word: 'hand-over'; into: string; to?: LeafIndex }
}

/** An offer that nobody took falls away. Larger: one takes what is no longer meant. Smaller: a partner at the end of a sentence misses it. */
export const OFFERED_FOR_MS = 60_000

/**
 * How long a partner has to stay open before one closes. What lay on a lost line comes at once when that is
 * back, an opening and the closing after it. Larger: one speaks on to nobody. Smaller: such an opening leaves
 * nobody on air.
 */
export const YIELDS_AFTER_MS = 1000

/** Nothing is offered, and nothing was said. */
export const NOTHING_OFFERED: HandOver = { offers: new Map(), successors: new Map(), inLog: 0 }
