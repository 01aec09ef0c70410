import type { Bytes } from '@parley/protocol'

/** AES_256_GCM_SHA512_128, the only suite that is sent or opened. RFC 9605 §8.1. */
const SUITE = 5

/** Bytes that the tag adds to a frame. */
export const TAG_BYTES = 16

/** What seals and opens the frames of one key id. */
export type FrameKey = { key: CryptoKey; salt: Bytes }

/** Takes the base key of an epoch into WebCrypto, whence it cannot be read again. */
export function importBaseKey(bytes: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey', 'deriveBits'])
}

/** The key and salt of one key id. RFC 9605 §4.4.2. */
export async function deriveFrameKey(baseKey: CryptoKey, kid: bigint): Promise<FrameKey> {
  const [key, salt] = await Promise.all([
    crypto.subtle.deriveKey(hkdf(keyLabel(kid)), baseKey, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveBits(hkdf(saltLabel(kid)), baseKey, 96),
  ])
  return { key, salt: new Uint8Array(salt) }
}

/** Info of the key of a key id, under a suite. */
export function keyLabel(kid: bigint, suite = SUITE): Bytes {
  return label('SFrame 1.0 Secret key ', kid, suite)
}

/** Info of the salt of a key id, under a suite. */
export function saltLabel(kid: bigint, suite = SUITE): Bytes {
  return label('SFrame 1.0 Secret salt ', kid, suite)
}

/** The counter, as wide as the salt, laid over it. RFC 9605 §4.4.3. */
export function nonceOf(salt: Bytes, ctr: bigint): Bytes {
  const nonce = salt.slice()
  const view = new DataView(nonce.buffer)
  view.setBigUint64(4, view.getBigUint64(4) ^ ctr)
  return nonce
}

function hkdf(info: Bytes): HkdfParams {
  return { name: 'HKDF', hash: 'SHA-512', salt: new Uint8Array(0), info }
}

function label(words: string, kid: bigint, suite: number): Bytes {
  const text = new TextEncoder().encode(words)
  const bytes = new Uint8Array(text.length + 10)
  bytes.set(text)
  const view = new DataView(bytes.buffer, text.length)
  view.setBigUint64(0, kid)
  view.setUint16(8, suite)
  return bytes
}
