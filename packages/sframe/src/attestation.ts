import { HASH_BYTES } from './frameHash.ts'
import type { Hashes } from './sealedHashes.ts'

/**
 * What is to be thought of what was played as somebody's: its device has not confirmed it in time, or what the
 * device signed shows that it is another's.
 */
export type Doubt = 'unconfirmed' | 'foreign'

/** A word comes each second. Larger: a forgery is shown later. Smaller: a line of words that is held up for a moment is shown. */
const CONFIRMED_WITHIN_MS = 1800

/** Larger: it is shown long after it ended. Smaller: a single syllable is shown too briefly to be read. */
const SHOWN_FOR_MS = 5000

/** Frames remembered, and for how long. Larger: memory, for a word that never comes. Smaller: what comes late confirms nothing. */
const [KEPT, KEPT_FOR_MS] = [1024, 20_000]

/** Told again while it lasts: whoever is not told any more takes it to be over. */
const TOLD_EVERY_MS = 1000

type Played = { hash: bigint; atMs: number }

/** Compares what was played of one leaf's track with what that leaf signed of it, whichever comes first. */
export class Attestation {
  readonly #played = new Map<number, Played>()
  readonly #signed = new Map<number, bigint>()
  #signedTo = -1
  #foreignAtMs = -Infinity
  #told: Doubt | undefined
  #toldAtMs = -Infinity

  /** Whether there is something to look at again. */
  isOpen(nowMs: number): boolean {
    return this.#played.size > 0 || this.#isForeign(nowMs)
  }

  /** A frame that opened was played. */
  play(ctr: number, played: Played): void {
    const signed = this.#signed.get(ctr)
    this.#signed.delete(ctr)
    if (signed === undefined) keep(this.#played, ctr, played)
    else if (signed !== played.hash) this.#foreignAtMs = played.atMs
  }

  /** Counters of what was played and waits for its word. */
  get waiting(): Iterable<number> {
    return this.#played.keys()
  }

  /** A word of its leaf: the hashes of what its device sealed. */
  hear({ from, hashes }: Hashes, nowMs: number): void {
    const view = new DataView(hashes.buffer, hashes.byteOffset, hashes.byteLength)
    const count = Math.floor(hashes.length / HASH_BYTES)
    for (let at = 0; at < count; at++) {
      const [ctr, hash] = [from + at, view.getBigUint64(at * HASH_BYTES)]
      if (hash === 0n) continue
      const played = this.#played.get(ctr)
      this.#played.delete(ctr)
      if (!played) keep(this.#signed, ctr, hash)
      else if (played.hash !== hash) this.#foreignAtMs = nowMs
    }
    this.#signedTo = Math.max(this.#signedTo, from + count - 1)
  }

  /**
   * Asked how far it was, its device said which counter it would seal next. What was played under that one or a
   * higher one before anybody asked cannot be its. Gives the last counter that can, where there was such a frame.
   */
  learn(
    next: number,
    { askedAtMs, nowMs }: { askedAtMs: number; nowMs: number },
  ): number | undefined {
    const ahead = [...this.#played].filter(([ctr, { atMs }]) => ctr >= next && atMs <= askedAtMs)
    if (ahead.length === 0) return undefined
    for (const [ctr] of ahead) this.#played.delete(ctr)
    this.#foreignAtMs = nowMs
    return Math.max(next - 1, this.#signedTo)
  }

  doubt(nowMs: number): Doubt | undefined {
    for (const [ctr, { atMs }] of this.#played)
      if (nowMs - atMs > KEPT_FOR_MS) this.#played.delete(ctr)
    if (this.#isForeign(nowMs)) return 'foreign'
    return this.isLate(nowMs) ? 'unconfirmed' : undefined
  }

  /** Whether something waits for its word for longer than one takes, and not so long that it was shown. */
  isLate(nowMs: number): boolean {
    for (const { atMs } of this.#played.values()) {
      const waitedMs = nowMs - atMs - CONFIRMED_WITHIN_MS
      if (waitedMs >= 0 && waitedMs <= SHOWN_FOR_MS) return true
    }
    return false
  }

  /** What has to be told now: what is new, and what lasts. */
  toTell(nowMs: number): Doubt | undefined {
    const doubt = this.doubt(nowMs)
    const isDue = doubt !== this.#told || nowMs - this.#toldAtMs >= TOLD_EVERY_MS
    if (!isDue) return undefined
    this.#told = doubt
    this.#toldAtMs = nowMs
    return doubt
  }

  #isForeign(nowMs: number): boolean {
    return nowMs - this.#foreignAtMs < SHOWN_FOR_MS
  }
}

/** Of what waits to be compared the oldest is forgotten. */
function keep<T>(all: Map<number, T>, ctr: number, one: T): void {
  all.set(ctr, one)
  const [oldest] = all.keys()
  if (all.size > KEPT && oldest !== undefined) all.delete(oldest)
}
