import type { Piece, RecordedFrame, RecordedTrack } from '@parley/release/recordings/write'

/** A frame that was taken, and when it came. */
export type Taken = { of: RecordedTrack; frame: RecordedFrame; cameMs: number }

/** A stretch of a part while it is recorded. */
export type Stretch = { part: number; isFirst: boolean }

/** The piece that frames make, and when the last of them came; nothing without a frame. */
export function pieceOf(
  taken: readonly Taken[],
  { part, isFirst }: Stretch,
): { piece: Piece; lastCameMs: number } | undefined {
  if (taken.length === 0) return undefined
  const frames = taken.map(({ frame }) => frame)
  const times = frames.map(({ atMs }) => atMs)
  const tracks = new Map(taken.map(({ of }) => [of.track, of]))
  const keys = taken.flatMap(({ of, frame: { atMs, isKey } }) =>
    of.kind === 'picture' && isKey ? [[of.track, atMs] as const] : [],
  )
  const piece: Piece = {
    part,
    isFirst,
    fromMs: Math.min(...times),
    toMs: Math.max(...times),
    tracks: [...tracks.values()],
    keys,
    frames,
  }
  return { piece, lastCameMs: Math.max(...taken.map(({ cameMs }) => cameMs)) }
}
