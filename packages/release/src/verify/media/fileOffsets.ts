import type { Bytes } from '@parley/protocol'
import { boxesUnder, type Box } from './boxes.ts'

/** A number of an MP4 file that counts bytes from its beginning: where it stands, and how many bytes it has. */
export type FileOffset = { readonly at: number; readonly width: 4 | 8 }

type Table = { box: Box; count: number; first: number; stride: number; width: 4 | 8 }
type ReadTable = (bytes: Bytes, box: Box) => Table | undefined

const IN_TRACK = ['moov', 'trak', 'mdia', 'minf', 'stbl'] as const

/** The tables of such numbers, by where they lie. A signer that puts a box in moves these. */
const TABLES: readonly (readonly [path: readonly string[], read: ReadTable])[] = [
  [[...IN_TRACK, 'stco'], chunkOffsets(4)],
  [[...IN_TRACK, 'co64'], chunkOffsets(8)],
  [[...IN_TRACK, 'saio'], auxiliaryOffsets],
  [['moof', 'traf', 'tfhd'], baseOffset],
  [['mfra', 'tfra'], fragmentOffsets],
]

/** Every such number of a file, of which the boxes are given. A table that is cut short has those that are there. */
export function* fileOffsets(bytes: Bytes, boxes: readonly Box[]): Generator<FileOffset> {
  for (const [path, read] of TABLES)
    for (const box of boxesUnder(bytes, boxes, path)) {
      const table = read(bytes, box)
      if (table) yield* numbersOf(bytes, table)
    }
}

function chunkOffsets(width: 4 | 8): ReadTable {
  return (_, box) => ({ box, count: box.body + 4, first: box.body + 8, stride: width, width })
}

function auxiliaryOffsets(bytes: Bytes, box: Box): Table {
  const { version, flags } = fullBox(bytes, box)
  const width = version === 0 ? 4 : 8
  const count = box.body + 4 + (flags & 1 ? 8 : 0)
  return { box, count, first: count + 4, stride: width, width }
}

/** The only one there can be: its flags count it. */
function baseOffset(bytes: Bytes, box: Box): Table | undefined {
  const hasOne = fullBox(bytes, box).flags & 1
  return hasOne
    ? { box, count: box.body, first: box.body + 8, stride: box.end, width: 8 }
    : undefined
}

function fragmentOffsets(bytes: Bytes, box: Box): Table {
  const width = fullBox(bytes, box).version === 1 ? 8 : 4
  const sizes = numberAt(bytes, box.body + 8, box.end)
  const after = 3 + ((sizes >> 4) & 3) + ((sizes >> 2) & 3) + (sizes & 3)
  const count = box.body + 12
  return { box, count, first: count + 4 + width, stride: 2 * width + after, width }
}

/** As many as the table says, and no more than there is room for. */
function* numbersOf(bytes: Bytes, table: Table): Generator<FileOffset> {
  const { box, count, first, stride, width } = table
  const length = numberAt(bytes, count, box.end)
  for (let place = 0; place < length; place += 1) {
    const at = first + place * stride
    if (at + width > box.end) return
    yield { at, width }
  }
}

function fullBox(bytes: Bytes, box: Box): { version: number; flags: number } {
  const word = numberAt(bytes, box.body, box.end)
  return { version: word >>> 24, flags: word & 0xff_ff_ff }
}

function numberAt(bytes: Bytes, at: number, end: number): number {
  if (at + 4 > end) return 0
  return new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0)
}
