import type { MediaEvent, TrackKind } from '@parley/call'
import type { LeafIndex, TrackNumber } from '@parley/protocol'
import type { Picture } from '../callFacts.ts'

/** A track that is attached here. */
type Attached = {
  leaf: LeafIndex
  number: TrackNumber
  kind: TrackKind
  media: MediaStreamTrack
  isCovered: boolean
}

/** What is attached, and one's own tracks before they are sealed. */
export type MediaTracks = {
  attached: readonly Attached[]
  own: ReadonlyMap<TrackKind, MediaStreamTrack>
}

/** Nothing yet. */
export const NO_TRACKS: MediaTracks = { attached: [], own: new Map() }

/** Follows the media adapter. */
export function stepTracks(tracks: MediaTracks, event: MediaEvent): MediaTracks {
  switch (event.type) {
    case 'media-attached': {
      const { leaf, number, kind, media } = event
      const others = tracks.attached.filter((one) => !isThat(event)(one))
      return { ...tracks, attached: [...others, { leaf, number, kind, media, isCovered: false }] }
    }
    case 'media-detached':
      return { ...tracks, attached: tracks.attached.filter((one) => !isThat(event)(one)) }
    case 'media-covered': {
      const { isCovered } = event
      const cover = (one: Attached) => (isThat(event)(one) ? { ...one, isCovered } : one)
      return { ...tracks, attached: tracks.attached.map(cover) }
    }
    case 'own-media': {
      const own = new Map(tracks.own)
      if (event.media) own.set(event.kind, event.media)
      else own.delete(event.kind)
      return { ...tracks, own }
    }
    default:
      return tracks
  }
}

/** The picture of a leaf: announced in its words, and there or not yet. */
export function pictureOf(
  { attached }: MediaTracks,
  { leaf, number }: { leaf: LeafIndex; number: TrackNumber },
): Picture {
  const found = attached.find((one) => one.leaf === leaf && one.number === number)
  return { number, media: found?.media, isCovered: found?.isCovered ?? false }
}

function isThat({ leaf, number }: Pick<Attached, 'leaf' | 'number'>): (one: Attached) => boolean {
  return (one) => one.leaf === leaf && one.number === number
}
