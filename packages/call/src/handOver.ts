import type { LeafIndex } from '@parley/protocol'

/** Whoever is on air into a language offers it to a partner, and stays on air until that one has opened. */
export type Offer = { into: string; to: LeafIndex; atMs: number }

/** Who of one's own side offers a language to whom, and what of one's own microphone the log has. */
export type HandOver = {
  offers: ReadonlyMap<LeafIndex, Offer>
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

/** Nothing is offered, and nothing was said. */
export const NOTHING_OFFERED: HandOver = { offers: new Map(), inLog: 0 }
