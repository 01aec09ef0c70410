import { Refusal, type Bytes, type CompactJwe, type Hash } from '@parley/protocol'
import { hashOf } from '@parley/seal'
import { openingKey, verifyRecordingHeader, type RecordingHeader } from './header.ts'
import { findPieces, openPiece, readBeginning, type PlacedPiece } from './readPieces.ts'
import type { RecordedFrame, RecordedTrack } from './recorded.ts'

/** A stretch without a break: of that part, from its first frame to its last. UTC in milliseconds. */
export type RecordedSpan = { part: number; from: number; to: number }

/** A recording that is open at the desk of its side. */
export type Recording = {
  readonly header: RecordingHeader
  readonly tracks: readonly RecordedTrack[]
  readonly spans: readonly RecordedSpan[]
  /** What of it cannot be read: pieces that did not open, that are missing, and bytes at a torn end. */
  readonly lost: { damaged: number; missing: number; tornBytes: number }
  /**
   * All frames from that moment to that one, both included, of whatever opens: in the order in which they
   * came, and of one track never backwards.
   */
  frames(from: number, to: number): AsyncIterable<RecordedFrame>
  /** The last moment, that one at the latest, from which the picture can be shown on its own, in the same stretch. */
  keyFrameBefore(track: number, atMs: number): number | undefined
}

/** Whose a file is, before it is opened. Refuses with `malformed` or `bad-signature`. */
export async function readRecordingHeader(file: Blob): Promise<RecordingHeader> {
  const beginning = await readBeginning(file)
  if (!beginning) throw new Refusal('malformed')
  return verifyRecordingHeader(beginning.header)
}

/** That of what its header says, by which the record names it. Refuses with `malformed`. */
export async function recordingHash(file: Blob): Promise<Hash> {
  const beginning = await readBeginning(file)
  if (!beginning) throw new Refusal('malformed')
  return hashOf(new TextDecoder().decode(beginning.header))
}

/** How many bytes the beginning has, with the key in it; none where there is none. */
export async function recordingBeginningBytes(file: Blob): Promise<number> {
  return (await readBeginning(file))?.at ?? 0
}

/**
 * Opens a recording with what opens its key: `openWith` of the seal's agreement key. One that was torn at
 * any byte after its header is read up to its last whole piece. Refuses with `malformed` or `bad-signature`.
 */
export async function readRecording(
  file: Blob,
  open: (sealed: CompactJwe) => Promise<Bytes>,
): Promise<Recording> {
  const beginning = await readBeginning(file)
  if (!beginning) throw new Refusal('malformed')
  const header = await verifyRecordingHeader(beginning.header)
  const key = await keyOf(await open(header.key))
  const { pieces, ...lost } = await findPieces(file, beginning, key)
  const under = { hash: beginning.hash, key }
  return {
    header,
    tracks: tracksOf(pieces),
    spans: spansOf(pieces),
    lost,
    async *frames(from, to) {
      for (const piece of pieces) {
        if (piece.toMs < from || piece.fromMs > to) continue
        // oxlint-disable-next-line no-await-in-loop -- a second at a time is in memory
        const frames = (await openPiece(file, piece, under)) ?? []
        for (const frame of frames) if (frame.atMs >= from && frame.atMs <= to) yield frame
      }
    },
    keyFrameBefore: (track, atMs) => keyFrameBefore(pieces, { track, atMs }),
  }
}

async function keyOf(bytes: Bytes): Promise<CryptoKey> {
  if (bytes.length !== 32) throw new Refusal('malformed')
  return openingKey(bytes)
}

function tracksOf(pieces: readonly PlacedPiece[]): readonly RecordedTrack[] {
  const tracks = new Map<number, RecordedTrack>()
  for (const piece of pieces) for (const track of piece.tracks) tracks.set(track.track, track)
  return [...tracks.values()].toSorted((a, b) => a.track - b.track)
}

function spansOf(pieces: readonly PlacedPiece[]): readonly RecordedSpan[] {
  const spans: RecordedSpan[] = []
  for (const { part, isFirst, fromMs, toMs } of pieces) {
    const last = spans.at(-1)
    if (last && !isFirst && last.part === part) last.to = Math.max(last.to, toMs)
    else spans.push({ part, from: fromMs, to: toMs })
  }
  return spans
}

function keyFrameBefore(
  pieces: readonly PlacedPiece[],
  { track, atMs }: { track: number; atMs: number },
): number | undefined {
  for (const { keys, isFirst, fromMs } of pieces.toReversed()) {
    const found = keys.findLast(([of, at]) => of === track && at <= atMs)
    if (found) return found[1]
    if (isFirst && fromMs <= atMs) return undefined
  }
  return undefined
}
