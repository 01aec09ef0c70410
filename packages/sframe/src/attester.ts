import type { LeafIndex, TrackNumber } from '@parley/protocol'
import type { OutgoingTrack } from './outgoingTrack.ts'
import type { Hashes } from './sealedHashes.ts'

/** What went out of one track. */
type SealedFrames = { track: TrackNumber } & Hashes

/** The counter that each track seals under next, for whoever asked under those numbers. */
type SoFar = {
  ids: readonly number[]
  next: readonly (readonly [track: TrackNumber, ctr: number])[]
}

/** What a leaf signs once a second. */
export type Attested = { sealed: readonly SealedFrames[]; soFar?: SoFar }

/** What of one's own tracks there is to be signed for. */
export class Attester {
  /** Whether all but microphones are signed for; of those each opening says it. */
  isOn = false
  readonly #tracks: ReadonlyMap<TrackNumber, OutgoingTrack>
  readonly #asked = new Map<LeafIndex, number>()

  constructor(tracks: ReadonlyMap<TrackNumber, OutgoingTrack>) {
    this.#tracks = tracks
  }

  /** That leaf wants to know how far one is. Of several askings the last counts. */
  ask(by: LeafIndex, id: number): void {
    this.#asked.set(by, id)
  }

  /** What is new since this was last asked. */
  take(): Attested | undefined {
    const sealed = [...this.#tracks].flatMap(([track, { hashes }]) => {
      const taken = hashes.take()
      return taken ? [{ track, ...taken }] : []
    })
    const ids = [...this.#asked.values()]
    this.#asked.clear()
    if (ids.length === 0) return sealed.length > 0 ? { sealed } : undefined
    const next = [...this.#tracks].map(([track, one]) => [track, one.next] as const)
    return { sealed, soFar: { ids, next } }
  }

  /** The leaf that would sign is gone. */
  forget(): void {
    this.#asked.clear()
    for (const { hashes } of this.#tracks.values()) hashes.forget()
  }
}
