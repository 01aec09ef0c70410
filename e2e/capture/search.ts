import { constants, gunzipSync } from 'node:zlib'

/** Something that must not be found, and what it is called where it is. */
export type Sought = { what: string; bytes: Buffer }

/** Texts within texts: a JWS in base64url in a JWE in JSON. */
const DEPTH = 4
/** Shorter ones are words. */
const RUN = /[A-Za-z0-9+/_-]{16,}/g
const GZIP = Buffer.from([0x1f, 0x8b, 0x08])

/** Words as they stand, and as a runtime keeps them. */
export function words(what: string, text: string): Sought[] {
  return [
    { what, bytes: Buffer.from(text) },
    { what, bytes: Buffer.from(text, 'utf16le') },
  ]
}

/** A key as it is, and as texts write it. */
export function key(what: string, bytes: Uint8Array): Sought[] {
  const buffer = Buffer.from(bytes)
  const base64 = buffer.toString('base64').replace(/=+$/, '')
  const texts = [buffer.toString('hex'), base64, buffer.toString('base64url')]
  return [{ what, bytes: buffer }, ...texts.map((text) => ({ what, bytes: Buffer.from(text) }))]
}

/** What is found in those pieces as they are. */
export function foundIn(pieces: Iterable<Buffer>, sought: readonly Sought[]): string[] {
  const found = new Set<string>()
  const starts = byStart(sought)
  for (const piece of pieces)
    // Of hundreds of megabytes each place is looked at once: an iterator, or a search for each, costs minutes.
    for (let at = 0; at + 4 <= piece.length; at++) {
      if (starts.isAny[((piece[at] ?? 0) << 8) | (piece[at + 1] ?? 0)] === 0) continue
      for (const { what, bytes } of starts.of.get(piece.readUInt32BE(at)) ?? [])
        if (bytes.equals(piece.subarray(at, at + bytes.length))) found.add(what)
    }
  return [...found].toSorted()
}

/** All of it by its first four bytes, and a mark for each first two. */
function byStart(sought: readonly Sought[]): { isAny: Uint8Array; of: Map<number, Sought[]> } {
  const [isAny, of] = [new Uint8Array(2 ** 16), new Map<number, Sought[]>()]
  for (const one of sought) {
    const start = one.bytes.readUInt32BE(0)
    isAny[start >>> 16] = 1
    of.set(start, [...(of.get(start) ?? []), one])
  }
  return { isAny, of }
}

/** What is found in them, or in anything that is written in base64 or packed in them, however deep. */
export function foundWithin(pieces: Iterable<Buffer>, sought: readonly Sought[]): string[] {
  return foundIn(unwrapped(pieces, DEPTH), sought)
}

function* unwrapped(pieces: Iterable<Buffer>, depth: number): Generator<Buffer> {
  for (const piece of pieces) {
    yield piece
    if (depth > 0) yield* unwrapped(inside(piece), depth - 1)
  }
}

function* inside(piece: Buffer): Generator<Buffer> {
  for (const [run] of piece.toString('latin1').matchAll(RUN)) yield Buffer.from(run, 'base64')
  for (let at = piece.indexOf(GZIP); at >= 0; at = piece.indexOf(GZIP, at + 1)) {
    const unpacked = unpack(piece.subarray(at))
    if (unpacked) yield unpacked
  }
}

/** What follows it is no part of it. */
function unpack(piece: Buffer): Buffer | undefined {
  try {
    return gunzipSync(piece, { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return undefined
  }
}
