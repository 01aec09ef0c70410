import type { LeafIndex, TrackNumber } from '@parley/protocol'
import type { AnnouncedTrack } from './members.ts'

/** What this window wants to send, and what the media adapter says is sent. */
export type Publishing = {
  wantsCamera: boolean
  wantsScreen: boolean
  /** The chosen input, and whether the browser gave it. */
  inputDevice: string
  /** The chosen camera, as the browser numbers it, or `default`. */
  camera: string
  /** What sending is made ready with in the green room. */
  ready: ReadyDevices
  /** As announced in the next heartbeat. */
  tracks: readonly AnnouncedTrack[]
  /** Whose sound and picture opened here lately, by the worker's count. */
  hears: ReadonlySet<LeafIndex>
  sees: ReadonlySet<LeafIndex>
}

export type PublishingEvent =
  | { type: 'camera-pressed' }
  | { type: 'screen-pressed' }
  | { type: 'screen-ended' }
  | { type: 'input-device-chosen'; device: string }
  | { type: 'camera-chosen'; device: string }
  | { type: 'devices-readied'; ready: ReadyDevices }
  | { type: 'own-tracks-changed'; tracks: readonly AnnouncedTrack[] }
  | { type: 'frames-counted'; hears: ReadonlySet<LeafIndex>; sees: ReadonlySet<LeafIndex> }

/** Devices that are open in the green room and would be sent; undefined is off, or not open yet. */
export type ReadyDevices = { camera: string | undefined; microphone: string | undefined }

/** What was chosen in the green room. */
export type Chosen = { wantsCamera: boolean; camera: string; inputDevice: string }

/** Before anything was chosen. */
export const NOTHING_CHOSEN: Chosen = {
  wantsCamera: false,
  camera: 'default',
  inputDevice: 'default',
}

/** A joiner with its devices as chosen in the green room. */
export function startPublishing(chosen: Chosen): Publishing {
  return {
    ...chosen,
    ready: { camera: undefined, microphone: undefined },
    wantsScreen: false,
    tracks: [],
    hears: new Set(),
    sees: new Set(),
  }
}

/** Wishes and facts of one's own tracks. The runner reconciles the one with the other. */
export function stepPublishing(publishing: Publishing, event: PublishingEvent): Publishing {
  switch (event.type) {
    case 'camera-pressed':
      return { ...publishing, wantsCamera: !publishing.wantsCamera }
    case 'screen-pressed':
      return { ...publishing, wantsScreen: !publishing.wantsScreen }
    case 'screen-ended':
      return { ...publishing, wantsScreen: false }
    case 'input-device-chosen':
      return { ...publishing, inputDevice: event.device }
    case 'camera-chosen':
      return { ...publishing, camera: event.device }
    case 'devices-readied':
      return { ...publishing, ready: event.ready }
    case 'own-tracks-changed':
      return { ...publishing, tracks: event.tracks }
    case 'frames-counted':
      return { ...publishing, hears: event.hears, sees: event.sees }
  }
}

/** The track number under which the microphone is announced, once it is published. */
export function microphoneTrack({ tracks }: Publishing): TrackNumber | undefined {
  return tracks.find(({ kind }) => kind === 'microphone')?.number
}
