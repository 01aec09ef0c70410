import type { LeafIndex, SeatId, TrackNumber } from '@parley/protocol'

/** A track that may be recorded: of that leaf, or one's own. Whatever is not listed is not. */
export type TrackToRecord = {
  leaf: LeafIndex | undefined
  track: TrackNumber
  seat: SeatId
  of: 'camera' | 'microphone' | 'screen' | 'screen-sound'
  /** The language that a microphone interprets into. */
  into?: string
}

/** Why nothing is recorded: the browser has no place for it, another tab holds that, it is full, or it fails. */
export type RecorderFailure = 'no-disk' | 'in-use' | 'no-space' | 'disk-failed' | 'not-loaded'

/** What the page asks of the recorder, in the frame worker. Commands take effect in order, each at once. */
export type RecorderCommand =
  /** Makes the file of that name, which begins with the header; its pieces are sealed under that key. */
  | { do: 'begin'; name: string; header: string; key: CryptoKey }
  /** The whole list each time. */
  | { do: 'list'; tracks: readonly TrackToRecord[] }
  /** That open part may be recorded for so long from now on, and no longer unless it is said again. */
  | { do: 'allow'; part: number; forMs: number }
  /** Not one frame more. What came from that moment on (UTC, milliseconds) is taken back, also from the disk. */
  | { do: 'close'; takeBackFromMs?: number }
  /** Likewise, and the file is whole. */
  | { do: 'end' }

/** What the recorder tells the page. */
export type RecorderReport =
  | { type: 'begun' }
  /** After each piece: what lies on the disk. */
  | { type: 'written'; bytes: number; toMs: number }
  /** All that was taken lies on the disk, and what was to be taken back does not. */
  | { type: 'closed'; bytes: number }
  | { type: 'ended'; bytes: number }
  /** It has ended by itself. */
  | { type: 'failed'; why: RecorderFailure }
