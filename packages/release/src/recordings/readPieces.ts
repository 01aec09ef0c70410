import type { Bytes } from '@parley/protocol'
import { readFrames } from './frames.ts'
import { readHead } from './head.ts'
import {
  gcmOf,
  HEADER_AT_MOST,
  MAGIC,
  PREFIX_BYTES,
  readPrefix,
  type Half,
  type Prefix,
} from './layout.ts'
import type { PieceHead, RecordedFrame } from './recorded.ts'

/** The beginning of a file, believed of nobody yet. */
export type Beginning = {
  header: Bytes
  /** SHA-256 of it: each piece is bound to it. */
  hash: Bytes
  /** Where pieces begin. */
  at: number
}

/** A piece that lies whole in its file, and whose head opened. */
export type PlacedPiece = PieceHead & { number: number; at: number; prefix: Bytes }

/** All pieces of a file. */
export type Pieces = {
  pieces: readonly PlacedPiece[]
  /** Pieces that are there, and whose heads did not open. */
  damaged: number
  /** Pieces that were there inside a stretch, and are not any more. */
  missing: number
  /** Bytes at the end that are no whole piece. */
  tornBytes: number
}

/** Larger: more is read of each piece than its head. Smaller: a head takes two readings. */
const READ_AT_ONCE = 4096

/** The beginning; nothing where it is no recording, or is torn before its header ends. */
export async function readBeginning(file: Blob): Promise<Beginning | undefined> {
  const lengthAt = MAGIC.length
  const first = await bytesOf(file, 0, lengthAt + 4)
  if (first.length < lengthAt + 4 || !MAGIC.every((byte, at) => first[at] === byte))
    return undefined
  const length = new DataView(first.buffer).getUint32(lengthAt)
  const at = lengthAt + 4 + length
  if (length === 0 || length > HEADER_AT_MOST || at > file.size) return undefined
  const header = await bytesOf(file, lengthAt + 4, at)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', header))
  return { header, hash, at }
}

/** Looks through a file for its whole pieces. Their heads are opened, and no frame. */
export async function findPieces(
  file: Blob,
  { hash, at: from }: Beginning,
  key: CryptoKey,
): Promise<Pieces> {
  const pieces: PlacedPiece[] = []
  let [at, last, damaged, missing] = [from, 0, 0, 0]
  for (let unopened = 0; ;) {
    // oxlint-disable-next-line no-await-in-loop -- where the next one begins stands in this one
    const found = await readAt(file, { at, last, hash, key })
    if (!found) break
    const {
      prefix: { number, headBytes, bodyBytes },
      head,
    } = found
    if (head) {
      pieces.push({ ...head, number, at, prefix: found.bytes })
      if (!head.isFirst) missing += Math.max(0, number - last - 1 - unopened)
      last = number
      unopened = 0
    } else {
      damaged++
      unopened++
    }
    at += PREFIX_BYTES + headBytes + bodyBytes
  }
  return { pieces, damaged, missing, tornBytes: file.size - at }
}

/** The frames of a piece; nothing where they do not open, or are not what its head says. */
export async function openPiece(
  file: Blob,
  { at, prefix, tracks, fromMs, toMs }: PlacedPiece,
  { hash, key }: { hash: Bytes; key: CryptoKey },
): Promise<readonly RecordedFrame[] | undefined> {
  const lengths = readPrefix(prefix, 0)
  if (!lengths) return undefined
  const from = at + PREFIX_BYTES + lengths.headBytes
  const sealed = await bytesOf(file, from, from + lengths.bodyBytes)
  const body = await open('body', sealed, { header: hash, prefix, key })
  const frames = body && readFrames(body)
  const isOfHead = ({ track, atMs }: RecordedFrame) =>
    atMs >= fromMs && atMs <= toMs && tracks.some((one) => one.track === track)
  return frames?.every(isOfHead) ? frames : undefined
}

type Found = { bytes: Bytes; prefix: Prefix; head: PieceHead | undefined }

async function readAt(
  file: Blob,
  { at, last, hash, key }: { at: number; last: number; hash: Bytes; key: CryptoKey },
): Promise<Found | undefined> {
  const read = await bytesOf(file, at, at + READ_AT_ONCE)
  const prefix = readPrefix(read, last)
  if (!prefix) return undefined
  const { headBytes, bodyBytes } = prefix
  const headEnds = PREFIX_BYTES + headBytes
  if (at + headEnds + bodyBytes > file.size) return undefined
  const sealed =
    headEnds <= read.length
      ? read.subarray(PREFIX_BYTES, headEnds)
      : await bytesOf(file, at + PREFIX_BYTES, at + headEnds)
  const bytes = read.slice(0, PREFIX_BYTES)
  const opened = await open('head', sealed, { header: hash, prefix: bytes, key })
  return { bytes, prefix, head: opened && readHead(opened) }
}

async function open(
  half: Half,
  sealed: Bytes,
  { key, ...of }: { header: Bytes; prefix: Bytes; key: CryptoKey },
): Promise<Bytes | undefined> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcmOf(half, of), key, sealed))
  } catch {
    return undefined
  }
}

async function bytesOf(file: Blob, from: number, to: number): Promise<Bytes> {
  return new Uint8Array(await file.slice(from, to).arrayBuffer())
}
