import { LIMITS, parseDone, Refusal, type Bytes, type Hash } from '@parley/protocol'
import {
  fileKey,
  OPEN_PIECE_BYTES,
  openPiece,
  pieceCount,
  sealedBytes,
  sealPiece,
  type SealedFile,
} from '@parley/release'
import { sha256Text, toText } from '@parley/seal'
import { askBearer, getPiece, persist, putPiece, type PieceLine } from './pieceLine.ts'

/** How files are carried. `onProgress` hears how many bytes are there, of how many. */
export type FileLine = PieceLine & {
  readonly onProgress?: ((there: number, of: number) => void) | undefined
}

type Pieces = {
  readonly hashes: readonly Hash[]
  readonly bytes: number
  readonly pieceAt: (place: number) => Promise<Bytes>
}

/**
 * Seals a file under a key of its own and puts it at the server, for the desks of the call; goes on after a lost line.
 * Rejects with a `Refusal`, such as `full`, or when the signal aborts. It holds the whole file in memory once, for its hash.
 */
export async function sendFile(file: Blob, line: FileLine): Promise<SealedFile> {
  if (file.size === 0 || sealedBytes(file.size) > LIMITS.fileBytes) throw new Refusal('too-large')
  const key = toText(crypto.getRandomValues(new Uint8Array(32)))
  const sealing = await fileKey(key)
  const count = pieceCount(file.size)
  const pieceAt = async (place: number) =>
    sealPiece(sealing, await bytesOf(file, place, OPEN_PIECE_BYTES), { place, count })
  const hash = await sha256Text(new Uint8Array(await file.arrayBuffer()))
  const hashes = await hashesOf(count, pieceAt, line)
  await putAll({ hashes, bytes: sealedBytes(file.size), pieceAt }, line)
  return { hash, key, bytes: file.size, pieces: hashes }
}

/** Puts a file as it is, for a publication that names it. Gives the name that it has at the server; rejects as `sendFile` does. */
export async function sendOpenly(file: Blob, line: FileLine): Promise<Hash> {
  if (file.size === 0 || file.size > LIMITS.fileBytes) throw new Refusal('too-large')
  const pieceAt = (place: number) => bytesOf(file, place, LIMITS.pieceBytes)
  const count = Math.ceil(file.size / LIMITS.pieceBytes)
  const hashes = await hashesOf(count, pieceAt, line)
  return putAll({ hashes, bytes: file.size, pieceAt }, line)
}

/**
 * Gets a sealed file and opens it; goes on after a lost line. Rejects with `malformed` where a piece is not the one
 * that was named, with `file-unknown` where it is gone, or when the signal aborts.
 */
export async function fetchFile(sealed: SealedFile, line: FileLine): Promise<Blob> {
  const { bytes, hash, pieces } = sealed
  const count = pieceCount(bytes)
  if (pieces.length !== count) throw new Refusal('malformed')
  const key = await fileKey(sealed.key)
  const opened: Bytes[] = []
  await persist(line, async (gotOn) => {
    const bearer = await askBearer(line)
    for (const [place, name] of pieces.entries()) {
      if (place < opened.length) continue
      // oxlint-disable-next-line no-await-in-loop -- in order, so that what is there is a beginning
      const piece = await getPiece(line, { bearer, hash: name })
      // oxlint-disable-next-line no-await-in-loop -- likewise
      opened.push(await openPiece(key, piece, { place, count, hash: name }))
      gotOn()
      line.onProgress?.(Math.min(bytes, opened.length * OPEN_PIECE_BYTES), bytes)
    }
  })
  const whole = new Blob(opened)
  if (whole.size !== bytes) throw new Refusal('malformed')
  if ((await sha256Text(new Uint8Array(await whole.arrayBuffer()))) !== hash)
    throw new Refusal('malformed')
  return whole
}

/** Puts what the server lacks. */
function putAll({ hashes, bytes, pieceAt }: Pieces, line: FileLine): Promise<Hash> {
  return persist(line, async (gotOn) => {
    const offer = { type: 'offer-file' as const, bytes, pieces: [...hashes] }
    const { file, missing } = parseDone(
      'offer-file',
      await line.connection.request(offer, line.signal),
    )
    const bearer = await askBearer(line)
    let there = (hashes.length - missing.length) * LIMITS.pieceBytes
    for (const hash of missing) {
      // oxlint-disable-next-line no-await-in-loop -- one after another, so that a thin line is not shared
      const piece = await pieceAt(hashes.indexOf(hash))
      // oxlint-disable-next-line no-await-in-loop -- likewise
      await putPiece(line, { bearer, hash, piece })
      gotOn()
      there += LIMITS.pieceBytes
      line.onProgress?.(Math.min(bytes, there), bytes)
    }
    line.onProgress?.(bytes, bytes)
    return file
  })
}

async function hashesOf(
  count: number,
  pieceAt: (place: number) => Promise<Bytes>,
  { signal }: FileLine,
): Promise<Hash[]> {
  const hashes: Hash[] = []
  for (let place = 0; place < count; place++) {
    signal?.throwIfAborted()
    // oxlint-disable-next-line no-await-in-loop -- one piece in memory at a time
    hashes.push(await sha256Text(await pieceAt(place)))
  }
  return hashes
}

async function bytesOf(file: Blob, place: number, length: number): Promise<Bytes> {
  const from = place * length
  return new Uint8Array(await file.slice(from, from + length).arrayBuffer())
}
