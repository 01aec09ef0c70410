import type { Bytes } from '@parley/protocol'

/** A box of an MP4 file (ISO 14496-12): where it begins, where what is in it begins, and where both end. */
export type Box = {
  readonly type: string
  readonly start: number
  readonly body: number
  readonly end: number
}

/** Boxes side by side. Larger: a made-up file holds one up. Smaller: a long film in fragments is not read. */
const MOST_BOXES = 20_000

/** The boxes that fill a stretch, one after another; nothing where they do not fill it. */
export function boxesIn(bytes: Bytes, from = 0, to = bytes.length): readonly Box[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const boxes: Box[] = []
  let at = from
  while (at < to) {
    const box = boxAt(view, at, to)
    if (!box || boxes.length === MOST_BOXES) return undefined
    boxes.push(box)
    at = box.end
  }
  return boxes
}

/** Every box under that path of types, such as `moov`, `trak`. What does not read as boxes has none. */
export function boxesUnder(
  bytes: Bytes,
  boxes: readonly Box[],
  [type, ...rest]: readonly string[],
): readonly Box[] {
  const found = boxes.filter((box) => box.type === type)
  if (rest.length === 0) return found
  return found.flatMap((box) => boxesUnder(bytes, boxesIn(bytes, box.body, box.end) ?? [], rest))
}

function boxAt(view: DataView, start: number, to: number): Box | undefined {
  if (to - start < 8) return undefined
  const type = String.fromCharCode(...bytesAt(view, start + 4, 4))
  const short = view.getUint32(start)
  if (short === 0) return { type, start, body: start + 8, end: to }
  if (short !== 1) return fitting({ type, start, body: start + 8, end: start + short }, to)
  if (to - start < 16) return undefined
  const long = Number(view.getBigUint64(start + 8))
  return fitting({ type, start, body: start + 16, end: start + long }, to)
}

function fitting(box: Box, to: number): Box | undefined {
  return box.body <= box.end && box.end <= to ? box : undefined
}

function bytesAt(view: DataView, at: number, length: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + at, length)
}
