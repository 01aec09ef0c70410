import * as v from 'valibot'
import { AgreementKey, PublicKey } from '@parley/protocol'
import { fromText, toText } from './bytes.ts'

/** An Ed25519 key to verify with. Rejects if the bytes are no key. */
export function importPublicKey(key: PublicKey): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', fromText(key), 'Ed25519', true, ['verify'])
}

/** An X25519 key to seal to. Rejects if the bytes are no key. */
export function importAgreementKey(key: AgreementKey): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', fromText(key), 'X25519', true, [])
}

/** The Ed25519 public key as it travels. */
export async function exportPublicKey(key: CryptoKey): Promise<PublicKey> {
  return v.parse(PublicKey, await exportRaw(key))
}

/** The X25519 public key as it travels. */
export async function exportAgreementKey(key: CryptoKey): Promise<AgreementKey> {
  return v.parse(AgreementKey, await exportRaw(key))
}

async function exportRaw(key: CryptoKey): Promise<string> {
  return toText(new Uint8Array(await crypto.subtle.exportKey('raw', key)))
}
