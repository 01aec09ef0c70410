import { PublicKey, type Bytes } from '@parley/protocol'
import { importPublicKey } from '@parley/seal'
import type { Signature } from 'ts-mls/crypto/signature.js'
import * as v from 'valibot'
import { own, toText } from './bytes.ts'

/** A leaf's signing key: it cannot be exported. `handle` stands for it inside MLS states. */
export type LeafKey = { publicKey: PublicKey; sign: CryptoKey; handle: Uint8Array }

/** The keys by the handles that MLS states carry. Where the last state of a leaf goes, its key goes too. */
const keys = new WeakMap<Uint8Array, CryptoKey>()
const imported = new WeakMap<Uint8Array, Promise<CryptoKey>>()

/** A fresh leaf key: each joining of a room has its own. */
export async function generateLeafKey(): Promise<LeafKey> {
  const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const handle = crypto.getRandomValues(new Uint8Array(16))
  keys.set(handle, pair.privateKey)
  return { publicKey: leafKeyText(raw), sign: pair.privateKey, handle }
}

/** The key behind a handle. Throws for a handle of no leaf here. */
export function keyOf(handle: Uint8Array): CryptoKey {
  const key = keys.get(handle)
  if (!key) throw new Error('No leaf key has that handle')
  return key
}

/** A leaf's public key as it travels. Throws if it is no Ed25519 key. */
export function leafKeyText(raw: Uint8Array): PublicKey {
  return v.parse(PublicKey, toText(raw))
}

/** Takes the place of the library's Ed25519: signs by handle, and imports a public key once. */
export const leafSignature: Signature = {
  async sign(handle, message) {
    return new Uint8Array(await crypto.subtle.sign('Ed25519', keyOf(handle), own(message)))
  },
  async verify(publicKey, message, signature) {
    const key = await importOnce(publicKey)
    return crypto.subtle.verify('Ed25519', key, own(signature), own(message))
  },
  async keygen() {
    const { publicKey, handle } = await generateLeafKey()
    return { publicKey: rawLeafKey(publicKey), signKey: handle }
  },
}

/** The bytes of a leaf key. */
export function rawLeafKey(publicKey: PublicKey): Bytes {
  return Uint8Array.fromBase64(publicKey, { alphabet: 'base64url' })
}

function importOnce(raw: Uint8Array): Promise<CryptoKey> {
  const known = imported.get(raw)
  if (known) return known
  const key = importPublicKey(leafKeyText(raw))
  imported.set(raw, key)
  return key
}
