import type { Bytes, SeatId } from '@parley/protocol'

/** One thing that was recorded of one seat. Of an interpreter each language is a track of its own. */
export type RecordedTrack = {
  /** Within its recording. */
  track: number
  seat: SeatId
  kind: 'picture' | 'sound'
  codec: 'vp8' | 'opus'
  of: 'camera' | 'microphone' | 'screen' | 'screen-sound'
  /** The language that the sound is an interpretation into; the floor has none. */
  into?: string
}

/** A frame as its sender's encoder made it. */
export type RecordedFrame = {
  track: number
  /** Milliseconds since 1970, UTC, by the clock of the device that recorded; not always whole. */
  atMs: number
  /** What can be shown without any frame before it; all sound can. */
  isKey: boolean
  bytes: Bytes
}

/** What is known of a piece before its frames are opened. */
export type PieceHead = {
  /** The open part of the agenda. */
  part: number
  /** Whether it begins a stretch: what was recorded before it ended earlier. */
  isFirst: boolean
  fromMs: number
  toMs: number
  /** Those that have frames in it. */
  tracks: readonly RecordedTrack[]
  /** Where a picture has a key frame in it: the track, and when. */
  keys: readonly (readonly [track: number, atMs: number])[]
}

/** A second at most of what was recorded: what lies on the disk whole, or not at all. */
export type Piece = PieceHead & { frames: readonly RecordedFrame[] }
