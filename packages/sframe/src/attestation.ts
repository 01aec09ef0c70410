import { HASH_BYTES } from './frameHash.ts'
import type { Hashes } from './sealedHashes.ts'

/**
 * What is to be thought of sound that was played as somebody's: its device has not confirmed it in time,
 * or what the device signed shows that it is another's.
 */
export type Doubt = 'unconfirmed' | 'foreign'

/** A word comes each second. Larger: a forgery is shown later. Smaller: a line of words that is held up for a moment is shown. */
const CONFIRMED_WITHIN_MS = 1800

/** Larger: it is shown long after it ended. Smaller: a single syllable is shown too briefly to be read. */
const SHOWN_FOR_MS = 5000

/** Larger: a forgery beside true sound is told later. Smaller: frames that the line turned round are taken for one. */
const TURNED_ROUND_MS = 500

/** Words that came closer together were held up, and say nothing of the time in between. */
const WORDS_APART_MS = 800

/** Frames remembered, and for how long. Larger: memory, for a word that never comes. Smaller: what comes late confirms nothing. */
const [KEPT, KEPT_FOR_MS] = [1024, 20_000]

/** Told again while it lasts: whoever is not told any more takes it to be over. */
const TOLD_EVERY_MS = 1000

type Played = { hash: bigint; atMs: number }

/** Compares what was played as one leaf's sound with what that leaf signed of it, whichever comes first. */
export class Attestation {
  readonly #played = new Map<number, Played>()
  readonly #signed = new Map<number, bigint>()
  /** Counters that were played and are not remembered any more. */
  #forgotten = { from: Infinity, to: -Infinity }
  #foreignAtMs = -Infinity
  #wordAtMs = -Infinity
  #wordsUnheard = 0
  #signedTo = -1
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
    if (signed === undefined) this.#keep(ctr, played)
    else if (signed !== played.hash) this.#foreignAtMs = played.atMs
  }

  /** Counters of what was played and waits for its word. */
  get waiting(): Iterable<number> {
    return this.#played.keys()
  }

  /** A word of its leaf: the hashes of what its device sealed. Where that shows that what was played ahead is another's, the last counter that it signed for. */
  hear({ from, hashes }: Hashes, nowMs: number): number | undefined {
    const view = new DataView(hashes.buffer, hashes.byteOffset, hashes.byteLength)
    const count = Math.floor(hashes.length / HASH_BYTES)
    let earliestMs = Infinity
    for (let at = 0; at < count; at++) {
      const [ctr, hash] = [from + at, view.getBigUint64(at * HASH_BYTES)]
      if (hash === 0n) continue
      const played = this.#played.get(ctr)
      this.#played.delete(ctr)
      if (!played) this.#sign(ctr, hash)
      else if (played.hash === hash) earliestMs = Math.min(earliestMs, played.atMs)
      else this.#foreignAtMs = nowMs
    }
    return this.#judgeWhatIsAhead({ from, to: from + count - 1 }, { earliestMs, nowMs })
  }

  doubt(nowMs: number): Doubt | undefined {
    for (const [ctr, { atMs }] of this.#played) if (nowMs - atMs > KEPT_FOR_MS) this.#forget(ctr)
    if (this.#isForeign(nowMs)) return 'foreign'
    return this.#isLate(nowMs) ? 'unconfirmed' : undefined
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

  /**
   * A word has all that its device sealed until then. Sound with higher counters that was played long before it
   * is of a device whose words are held up, or of another: of another, if what the word confirms was all played
   * later, or if none of two words in a row was played at all.
   */
  #judgeWhatIsAhead(
    { from, to }: { from: number; to: number },
    { earliestMs, nowMs }: { earliestMs: number; nowMs: number },
  ): number | undefined {
    this.#signedTo = Math.max(this.#signedTo, to)
    const isApart = nowMs - this.#wordAtMs >= WORDS_APART_MS
    this.#wordAtMs = nowMs
    const isUnheard = earliestMs === Infinity
    if (!isUnheard || (from <= this.#forgotten.to && to >= this.#forgotten.from))
      this.#wordsUnheard = 0
    else if (isApart) this.#wordsUnheard++
    const isInTime = !isUnheard || this.#wordsUnheard >= 2
    if (!isInTime) return undefined
    let isAnyForeign = false
    for (const [ctr, { atMs }] of this.#played)
      if (
        ctr > this.#signedTo &&
        atMs < earliestMs - TURNED_ROUND_MS &&
        nowMs - atMs >= CONFIRMED_WITHIN_MS
      ) {
        this.#played.delete(ctr)
        isAnyForeign = true
      }
    if (!isAnyForeign) return undefined
    this.#foreignAtMs = nowMs
    return this.#signedTo
  }

  /** Whether something waits for its word for longer than one takes, and not so long that it was shown. */
  #isLate(nowMs: number): boolean {
    for (const { atMs } of this.#played.values()) {
      const waitedMs = nowMs - atMs - CONFIRMED_WITHIN_MS
      if (waitedMs >= 0 && waitedMs <= SHOWN_FOR_MS) return true
    }
    return false
  }

  #keep(ctr: number, played: Played): void {
    this.#played.set(ctr, played)
    const [oldest] = this.#played.keys()
    if (this.#played.size > KEPT && oldest !== undefined) this.#forget(oldest)
  }

  #forget(ctr: number): void {
    this.#played.delete(ctr)
    const { from, to } = this.#forgotten
    this.#forgotten = { from: Math.min(from, ctr), to: Math.max(to, ctr) }
  }

  #sign(ctr: number, hash: bigint): void {
    this.#signed.set(ctr, hash)
    const [oldest] = this.#signed.keys()
    if (this.#signed.size > KEPT && oldest !== undefined) this.#signed.delete(oldest)
  }

  #isForeign(nowMs: number): boolean {
    return nowMs - this.#foreignAtMs < SHOWN_FOR_MS
  }
}
