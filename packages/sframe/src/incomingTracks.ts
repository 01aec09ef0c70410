import type { LeafIndex, TrackNumber } from '@parley/protocol'
import { Attestation } from './attestation.ts'
import { noCounts, type Counts, type ReceiveDrop } from './counts.ts'
import { ReplayWindow } from './replayWindow.ts'

/**
 * Counters inside which a microphone's frames are played: from `from` up to `after`, while open without end.
 * Where they are attested its leaf signs for each of them.
 */
export type Bounds = { from: number; after: number | undefined; isAttested?: true }

/** What the worker remembers of a track of another leaf, whichever receivers carry it. */
export type IncomingTrack = {
  leaf: LeafIndex
  track: TrackNumber
  window: ReplayWindow
  counts: Counts<ReceiveDrop>
  /** When a frame last opened and was played. */
  passedAtMs: number | undefined
  bounds: Bounds | undefined
  attestation: Attestation
}

/** The tracks of the other leaves. A binding made anew finds what was already played. */
export class IncomingTracks {
  readonly #tracks = new Map<string, IncomingTrack>()

  /** The track of that leaf and number, begun if it is new. */
  of(leaf: LeafIndex, track: TrackNumber): IncomingTrack {
    const key = `${leaf}/${track}`
    const known = this.#tracks.get(key)
    if (known) return known
    const begun: IncomingTrack = {
      leaf,
      track,
      window: new ReplayWindow(),
      counts: noCounts(),
      passedAtMs: undefined,
      bounds: undefined,
      attestation: new Attestation(),
    }
    this.#tracks.set(key, begun)
    return begun
  }

  /** The track of that leaf and number, if there was anything of it. */
  find(leaf: LeafIndex, track: TrackNumber): IncomingTrack | undefined {
    return this.#tracks.get(`${leaf}/${track}`)
  }

  all(): readonly IncomingTrack[] {
    return [...this.#tracks.values()]
  }

  /** Keeps what the predicate keeps: an index that went to another leaf begins anew. */
  keep(isKept: (leaf: LeafIndex) => boolean): void {
    for (const [key, { leaf }] of this.#tracks) if (!isKept(leaf)) this.#tracks.delete(key)
  }
}
