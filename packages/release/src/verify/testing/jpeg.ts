import type { Bytes } from '@parley/protocol'
import { concat, utf8 } from '@parley/seal'

/** Bytes of a store in one segment, as a small one: so that a test has several. */
const PIECE = 60_000

/** A made-up JPEG file of those segments, each a marker’s second byte and what is in it, with a store before one of them. */
export function jpegFile(
  segments: readonly (readonly [marker: number, inside: Bytes])[],
  put?: { at: number; store: Bytes },
): Bytes {
  const written = segments.map(([marker, inside]) => segment(marker, inside))
  const pieces = put ? piecesOf(put.store) : []
  const all = put ? written.toSpliced(put.at, 0, ...pieces) : written
  const picture = concat(segment(0xda, utf8('\u0001\u0001\0')), Uint8Array.of(1, 2, 0xff, 0, 3))
  return concat(Uint8Array.of(0xff, 0xd8), ...all, picture, Uint8Array.of(0xff, 0xd9))
}

/** As C2PA writes a store: each piece but the first repeats the first eight bytes. */
function piecesOf(store: Bytes): Bytes[] {
  const count = Math.ceil(store.length / PIECE)
  return Array.from({ length: count }, (_, place) => {
    const head = concat(utf8('JP'), Uint8Array.of(2, 17, 0, 0, 0, place + 1))
    const repeated = place === 0 ? new Uint8Array() : store.subarray(0, 8)
    return segment(0xeb, concat(head, repeated, store.subarray(place * PIECE, (place + 1) * PIECE)))
  })
}

function segment(marker: number, inside: Bytes): Bytes {
  const length = inside.length + 2
  return concat(Uint8Array.of(0xff, marker, length >> 8, length & 0xff), inside)
}
