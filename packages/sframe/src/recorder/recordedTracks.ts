import type { LeafIndex, TrackNumber } from '@parley/protocol'
import type { RecordedTrack } from '@parley/release/recordings/write'
import type { Tapped } from '../frameTap.ts'
import { MediaClock } from './mediaClock.ts'
import { OwnLayer } from './ownLayer.ts'
import type { TrackToRecord } from './recorderMessages.ts'

/** A track while it is recorded. */
export type Recorded = {
  readonly track: RecordedTrack
  readonly clock: MediaClock
  /** Of one's own picture. */
  readonly layer: OwnLayer | undefined
  /** Since when its picture can be shown; undefined until a key frame came. Sound always can. */
  keyAtMs: number | undefined
  /** When a key frame was last asked for. */
  askedAtMs: number
}

/**
 * What may be recorded, by what the page lists. In the file a track keeps its number while its device comes and
 * goes: it is that of a seat, and of an interpreter's language.
 */
export class RecordedTracks {
  readonly #numbers = new Map<string, number>()
  #recorded: ReadonlyMap<string, Recorded> = new Map()

  /** The whole list each time. What stays on it goes on. */
  list(tracks: readonly TrackToRecord[]): void {
    const before = this.#recorded
    this.#recorded = new Map(
      tracks.map((listed) => {
        const key = keyOf(listed.leaf, listed.track)
        const known = before.get(key)
        const isSame = known && whatOf(known.track) === whatOf(listed)
        return [key, isSame ? known : this.#begin(listed)]
      }),
    )
  }

  of({ leaf, track }: Tapped): Recorded | undefined {
    return this.#recorded.get(keyOf(leaf, track))
  }

  /** A stretch begins: each picture waits for a key frame. */
  beginAnew(): void {
    for (const recorded of this.#recorded.values()) recorded.keyAtMs = undefined
  }

  #begin(listed: TrackToRecord): Recorded {
    const { seat, of, into, leaf } = listed
    const what = whatOf(listed)
    const track = this.#numbers.get(what) ?? this.#numbers.size + 1
    this.#numbers.set(what, track)
    const isPicture = of === 'camera' || of === 'screen'
    return {
      track: {
        track,
        seat,
        ...(isPicture ? PICTURE : SOUND),
        of,
        ...(into !== undefined && { into }),
      },
      clock: new MediaClock(isPicture ? 90_000 : 48_000),
      layer: isPicture && leaf === undefined ? new OwnLayer() : undefined,
      keyAtMs: undefined,
      askedAtMs: -Infinity,
    }
  }
}

const PICTURE = { kind: 'picture', codec: 'vp8' } as const
const SOUND = { kind: 'sound', codec: 'opus' } as const

function keyOf(leaf: LeafIndex | undefined, track: TrackNumber): string {
  return `${leaf ?? 'own'}/${track}`
}

function whatOf({ seat, of, into }: Pick<TrackToRecord, 'seat' | 'of' | 'into'>): string {
  return `${seat} ${of} ${into ?? ''}`
}
