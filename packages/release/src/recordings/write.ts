import type { Bytes } from '@parley/protocol'
import { writeFrames } from './frames.ts'
import { gcmOf, HEADER_AT_MOST, join, MAGIC, TAG_BYTES, writePrefix } from './layout.ts'
import type { Piece, PieceHead } from './recorded.ts'

export type { Piece, PieceHead, RecordedFrame, RecordedTrack } from './recorded.ts'

/** What a piece is sealed by. */
export type Sealing = {
  key: CryptoKey
  /** SHA-256 of the header that the file begins with. */
  header: Bytes
  /** Higher than that of each piece before it, and never given twice under that key. */
  number: number
}

/** With what a file begins. Throws a `RangeError` where the header is too long. */
export function writeBeginning(header: Bytes): Bytes {
  if (header.length > HEADER_AT_MOST) throw new RangeError('A header of at most 64 KiB')
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, header.length)
  return join(MAGIC, length, header)
}

/** A piece as it lies on the disk. */
export async function sealPiece(
  { frames, ...head }: Piece,
  { key, header, number }: Sealing,
): Promise<Bytes> {
  const [opened, body] = [writeHead(head), writeFrames(frames)]
  const prefix = writePrefix({
    number,
    headBytes: opened.length + TAG_BYTES,
    bodyBytes: body.length + TAG_BYTES,
  })
  const of = { header, prefix }
  const sealed = await Promise.all([
    crypto.subtle.encrypt(gcmOf('head', of), key, opened),
    crypto.subtle.encrypt(gcmOf('body', of), key, body),
  ])
  return join(prefix, ...sealed.map((half) => new Uint8Array(half)))
}

function writeHead(head: PieceHead): Bytes {
  return new TextEncoder().encode(JSON.stringify(head))
}
