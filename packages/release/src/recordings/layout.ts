import type { Bytes } from '@parley/protocol'

/** With what a file begins: a name, and a version. */
export const MAGIC: Bytes = new TextEncoder().encode('PARLEYR\x01')

/** A signed header. Larger: what is no recording is read for longer. Smaller: a long title does not fit. */
export const HEADER_AT_MOST = 64 * 1024

/** Before a piece: its number and the bytes of its two sealed halves, 32 bits each. */
export const PREFIX_BYTES = 12

/** Bytes that sealing adds to each half. */
export const TAG_BYTES = 16

/** A sealed head of a piece. Larger: an altered file takes more memory. Smaller: a room of thirty does not fit. */
const HEAD_AT_MOST = 64 * 1024

/** Sealed frames of a piece. Likewise. */
const BODY_AT_MOST = 64 * 1024 * 1024

/** The two halves of a piece: neither opens in place of the other. */
export type Half = 'head' | 'body'

/** What stands before a piece. */
export type Prefix = { number: number; headBytes: number; bodyBytes: number }

/** The bytes before a piece. */
export function writePrefix({ number, headBytes, bodyBytes }: Prefix): Bytes {
  const bytes = new Uint8Array(PREFIX_BYTES)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, number)
  view.setUint32(4, headBytes)
  view.setUint32(8, bodyBytes)
  return bytes
}

/** What they say; nothing where no piece can begin so after one of that number. */
export function readPrefix(bytes: Bytes, after: number): Prefix | undefined {
  if (bytes.length < PREFIX_BYTES) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const [number, headBytes, bodyBytes] = [view.getUint32(0), view.getUint32(4), view.getUint32(8)]
  const isPiece =
    number > after &&
    headBytes > TAG_BYTES &&
    headBytes <= HEAD_AT_MOST &&
    bodyBytes >= TAG_BYTES &&
    bodyBytes <= BODY_AT_MOST
  return isPiece ? { number, headBytes, bodyBytes } : undefined
}

/**
 * How a half is sealed: the key is of one recording, and a number is given once. The header and the prefix are
 * bound in, so that no piece stands in another file or in another place.
 */
export function gcmOf(half: Half, { header, prefix }: { header: Bytes; prefix: Bytes }) {
  const iv = new Uint8Array(12)
  iv[0] = half === 'head' ? 0 : 1
  iv.set(prefix.subarray(0, 4), 8)
  return {
    name: 'AES-GCM',
    iv,
    additionalData: join(header, prefix),
    tagLength: TAG_BYTES * 8,
  } satisfies AesGcmParams
}

/** One after the other. */
export function join(...parts: readonly Bytes[]): Bytes {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
