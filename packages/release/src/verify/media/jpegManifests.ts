import { concat } from '@parley/seal'
import type { Bytes } from '@parley/protocol'
import { without, type Manifests, type Stretch } from './stretch.ts'

/** The beginning of a file, of its picture, and of a segment of JPEG XT boxes (ISO 18477-3), by their markers. */
const [BEGINNING, PICTURE, BOXES] = [0xff_d8, 0xff_da, 0xff_eb]

/** Bytes of a segment of boxes before what is in it: marker, length, `JP`, number of the box, and of the piece. */
const HEAD = 12

/** Length and type of the box, which every piece repeats. */
const REPEATED = 8

/** A segment before the picture. */
type Segment = Stretch & { readonly marker: number }

/** What C2PA put into a JPEG file, or nothing where it is none. */
export function jpegManifests(bytes: Bytes): Manifests | undefined {
  const segments = segmentsOf(bytes)
  if (!segments) return undefined
  const first = segments.findIndex((segment) => beginsStore(bytes, segment))
  const number = first < 0 ? '' : numberOf(bytes, segments[first])
  const pieces = segments.filter(
    (segment, place) => first >= 0 && place >= first && numberOf(bytes, segment) === number,
  )
  return { stretches: pieces, store: storeOf(bytes, pieces), plain: without(bytes, pieces) }
}

/** The segments before the picture itself; nothing where they do not read as such. */
function segmentsOf(bytes: Bytes): readonly Segment[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || view.getUint16(0) !== BEGINNING) return undefined
  const segments: Segment[] = []
  let at = 2
  while (at + 4 <= bytes.length) {
    const marker = view.getUint16(at)
    if (marker === PICTURE) return segments
    const end = at + 2 + view.getUint16(at + 2)
    if (marker < 0xff_c0 || end < at + 4 || end > bytes.length) return undefined
    segments.push({ marker, start: at, end })
    at = end
  }
  return undefined
}

/** The box begins with a JUMBF box of which the description says that it is of C2PA. */
function beginsStore(bytes: Bytes, segment: Segment): boolean {
  const { start, end } = segment
  const at = start + HEAD + REPEATED + 8
  const type = String.fromCharCode(...bytes.subarray(at, at + 4))
  return isOfBoxes(bytes, segment) && at + 4 <= end && type === 'c2pa'
}

function isOfBoxes(bytes: Bytes, { marker, start, end }: Segment): boolean {
  const isJp = bytes[start + 4] === 0x4a && bytes[start + 5] === 0x50
  return marker === BOXES && isJp && end - start >= HEAD + REPEATED
}

/** The number of the box that a segment has a piece of, in hex; nothing where it has none. */
function numberOf(bytes: Bytes, segment: Segment | undefined): string {
  if (!segment || !isOfBoxes(bytes, segment)) return ''
  return bytes.subarray(segment.start + 6, segment.start + 8).toHex()
}

/** The pieces together, if they are side by side, counted from 1, and each of the same box. */
function storeOf(bytes: Bytes, pieces: readonly Segment[]): Bytes | undefined {
  const [first] = pieces
  if (!first) return undefined
  const repeated = bytes.subarray(first.start + HEAD, first.start + HEAD + REPEATED).toHex()
  const areInOrder = pieces.every(({ start }, place) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset + start, HEAD + REPEATED)
    const again = bytes.subarray(start + HEAD, start + HEAD + REPEATED).toHex()
    const isNext = place === 0 || pieces[place - 1]?.end === start
    return isNext && view.getUint32(8) === place + 1 && again === repeated
  })
  if (!areInOrder) return undefined
  const contents = pieces.map(({ start, end }, place) =>
    bytes.subarray(start + HEAD + (place === 0 ? 0 : REPEATED), end),
  )
  return concat(...contents)
}
