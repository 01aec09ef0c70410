import { LIMITS, Refusal, type Bytes, type Hash } from '@parley/protocol'
import { concat, fromText, sha256Text, utf8 } from '@parley/seal'

/** Bytes that AES-GCM adds. */
const TAG_BYTES = 16

/** Bytes of a file in each sealed piece but the last. */
export const OPEN_PIECE_BYTES = LIMITS.pieceBytes - TAG_BYTES

/** Pieces of a file of that many bytes. */
export function pieceCount(bytes: number): number {
  return Math.ceil(bytes / OPEN_PIECE_BYTES)
}

/** Bytes of a file of that many bytes once it is sealed. */
export function sealedBytes(bytes: number): number {
  return bytes + pieceCount(bytes) * TAG_BYTES
}

/** The name that a file has at the server, by the names of its pieces in order. */
export function sealedFileName(pieces: readonly Hash[]): Promise<Hash> {
  return sha256Text(concat(...pieces.map(fromText)))
}

/** The key of a file, from its 32 bytes in base64url. Each file has one of its own: nothing else is sealed under it. */
export function fileKey(key: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', fromText(key), 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** Where a piece stands: its place from 0, and how many there are. */
export type Place = { readonly place: number; readonly count: number }

/** Seals a piece. The same piece under the same key gives the same bytes, so it can be sealed again to be sent again. */
export async function sealPiece(key: CryptoKey, piece: Bytes, at: Place): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.encrypt(algorithm(at), key, piece))
}

/** Opens a sealed piece that has that hash and stands there. Refuses with `malformed`. */
export async function openPiece(
  key: CryptoKey,
  sealed: Bytes,
  { hash, ...at }: Place & { hash: Hash },
): Promise<Bytes> {
  if ((await sha256Text(sealed)) !== hash) throw new Refusal('malformed')
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm(at), key, sealed))
  } catch (cause) {
    throw new Refusal('malformed', { cause })
  }
}

/** Place and count are under the tag: pieces cannot change places, nor be left out at the end. */
function algorithm({ place, count }: Place): AesGcmParams {
  const iv = new Uint8Array(12)
  new DataView(iv.buffer).setUint32(8, place)
  return { name: 'AES-GCM', iv, additionalData: utf8(`parley file ${place} ${count}`) }
}
