import type { LeafIndex, TrackNumber } from '@parley/protocol'
import type { Doubt } from './attestation.ts'
import type { WorkerClock } from './clock.ts'
import { hashOf } from './frameHash.ts'
import type { IncomingTrack, IncomingTracks } from './incomingTracks.ts'
import type { MediaFrame } from './mediaFrame.ts'
import type { Hashes } from './sealedHashes.ts'

/** Larger: a forgery is shown later. Smaller: the worker is woken for nothing. */
const LOOK_EVERY_MS = 100

type Parts = {
  clock: WorkerClock
  tracks: IncomingTracks
  tell: (doubt: { leaf: LeafIndex; track: TrackNumber; is: Doubt }) => void
}

/** Watches what was played as somebody's sound until its device has confirmed it, and tells of what it has not. */
export class Doubts implements Disposable {
  readonly #parts: Parts
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

  /** What a leaf signed of a track. Of one that it did not open there is nothing to compare. */
  hear({ leaf, track, ...hashes }: { leaf: LeafIndex; track: TrackNumber } & Hashes): void {
    const { clock, tracks } = this.#parts
    const known = tracks.find(leaf, track)
    if (!known) return
    const { attestation, window } = known
    // Forged far ahead it would keep out what is true for as long as that takes to be there.
    const last = attestation.hear(hashes, clock.nowMs())
    if (last !== undefined) window.goBackTo(last, attestation.waiting)
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
    for (const { leaf, track, attestation } of tracks.all()) {
      const is = attestation.toTell(nowMs)
      if (is) tell({ leaf, track, is })
      if (attestation.isOpen(nowMs)) this.#lookLater()
    }
  }
}
