import type { LeafIndex, TrackNumber } from '@parley/protocol'
import type { Doubt } from './attestation.ts'
import type { Attested } from './attester.ts'
import type { WorkerClock } from './clock.ts'
import { hashOf } from './frameHash.ts'
import type { IncomingTrack, IncomingTracks } from './incomingTracks.ts'
import type { MediaFrame } from './mediaFrame.ts'

/** Larger: a forgery is shown later. Smaller: the worker is woken for nothing. */
const LOOK_EVERY_MS = 100

/** Larger: forged frames far ahead are told later. Smaller: each line that is held up makes more words. */
const ASK_EVERY_MS = 1000

/** Askings that an answer is waited for. */
const ASKINGS = 20

/** Those leaves are to say how far they are. */
export type HowFar = { id: number; of: readonly LeafIndex[] }

type Parts = {
  clock: WorkerClock
  tracks: IncomingTracks
  tell: (doubt: { leaf: LeafIndex; track: TrackNumber; is: Doubt }) => void
  ask: (asked: HowFar) => void
}

/** Watches what was played as somebody's until its device has confirmed it, tells of what it has not, and asks how far that device is. */
export class Doubts implements Disposable {
  readonly #parts: Parts
  readonly #askedAtMs = new Map<number, number>()
  #lastAskedAtMs = -Infinity
  #looking: Disposable | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** A frame of a track whose leaf signs what it sends is played. Resolves when that is noted. */
  async played(track: IncomingTrack, ctr: number, { data }: MediaFrame): Promise<void> {
    const atMs = this.#parts.clock.nowMs()
    const hash = await hashOf(data)
    track.attestation.play(ctr, { hash, atMs })
    this.#lookLater()
  }

  /** What a leaf signed. Of a track that it did not open there is nothing to compare. */
  hear(leaf: LeafIndex, { sealed, soFar }: Attested): void {
    const { clock, tracks } = this.#parts
    const nowMs = clock.nowMs()
    for (const { track, ...hashes } of sealed)
      tracks.find(leaf, track)?.attestation.hear(hashes, nowMs)
    const askedAtMs = Math.max(
      ...(soFar?.ids ?? []).map((id) => this.#askedAtMs.get(id) ?? -Infinity),
    )
    for (const [track, next] of soFar?.next ?? []) {
      const known = tracks.find(leaf, track)
      const last = known?.attestation.learn(next, { askedAtMs, nowMs })
      // Forged far ahead it would keep out what is true for as long as that takes to be there.
      if (last !== undefined) known?.window.goBackTo(last, known.attestation.waiting)
    }
    this.#look()
  }

  [Symbol.dispose](): void {
    this.#looking?.[Symbol.dispose]()
  }

  #lookLater(): void {
    this.#looking ??= this.#parts.clock.after(LOOK_EVERY_MS, () => {
      this.#looking = undefined
      this.#look()
    })
  }

  #look(): void {
    const { clock, tracks, tell } = this.#parts
    const nowMs = clock.nowMs()
    const unsure = new Set<LeafIndex>()
    for (const { leaf, track, attestation } of tracks.all()) {
      const is = attestation.toTell(nowMs)
      if (is) tell({ leaf, track, is })
      if (attestation.isLate(nowMs)) unsure.add(leaf)
      if (attestation.isOpen(nowMs)) this.#lookLater()
    }
    if (unsure.size > 0 && nowMs - this.#lastAskedAtMs >= ASK_EVERY_MS)
      this.#ask([...unsure], nowMs)
  }

  #ask(of: readonly LeafIndex[], nowMs: number): void {
    const [id = 0] = crypto.getRandomValues(new Uint32Array(1))
    this.#lastAskedAtMs = nowMs
    this.#askedAtMs.set(id, nowMs)
    const [oldest] = this.#askedAtMs.keys()
    if (this.#askedAtMs.size > ASKINGS && oldest !== undefined) this.#askedAtMs.delete(oldest)
    this.#parts.ask({ id, of })
  }
}
