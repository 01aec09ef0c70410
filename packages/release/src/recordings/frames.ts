import type { Bytes } from '@parley/protocol'
import type { RecordedFrame } from './recorded.ts'

/** Before each frame: when (64 bits, floating), its track (16), whether it is a key frame (8), its bytes (32). */
const BEFORE = 15

/** Frames one after the other, as the body of a piece has them. */
export function writeFrames(frames: readonly RecordedFrame[]): Bytes {
  const length = frames.reduce((sum, { bytes }) => sum + BEFORE + bytes.length, 0)
  const written = new Uint8Array(length)
  const view = new DataView(written.buffer)
  let at = 0
  for (const { track, atMs, isKey, bytes } of frames) {
    view.setFloat64(at, atMs)
    view.setUint16(at + 8, track)
    view.setUint8(at + 10, isKey ? 1 : 0)
    view.setUint32(at + 11, bytes.length)
    written.set(bytes, at + BEFORE)
    at += BEFORE + bytes.length
  }
  return written
}

/** The frames of a body; nothing where it is not one to its last byte. They share its memory. */
export function readFrames(body: Bytes): readonly RecordedFrame[] | undefined {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  const frames: RecordedFrame[] = []
  for (let at = 0; at < body.length;) {
    if (body.length - at < BEFORE) return undefined
    const [atMs, track, key] = [view.getFloat64(at), view.getUint16(at + 8), view.getUint8(at + 10)]
    const from = at + BEFORE
    const to = from + view.getUint32(at + 11)
    if (!Number.isFinite(atMs) || atMs < 0 || key > 1 || to > body.length) return undefined
    frames.push({ track, atMs, isKey: key === 1, bytes: body.subarray(from, to) })
    at = to
  }
  return frames
}
