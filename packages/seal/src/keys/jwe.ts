import { CompactEncrypt, compactDecrypt } from 'jose'
import * as v from 'valibot'
import { CompactJwe, Refusal, type AgreementKey, type Bytes } from '@parley/protocol'
import { importAgreementKey } from '../publicKey.ts'

const CONTENT = 'A256GCM'
const TO_DEVICE = 'ECDH-ES+A256KW'

/** Seals under a key that both have. */
export async function sealUnder(key: CryptoKey, bytes: Uint8Array): Promise<CompactJwe> {
  const jwe = await new CompactEncrypt(bytes)
    .setProtectedHeader({ alg: 'dir', enc: CONTENT })
    .encrypt(key)
  return v.parse(CompactJwe, jwe)
}

/** Opens what `sealUnder` sealed. Refuses with `malformed` whatever does not open. */
export function openUnder(key: CryptoKey, jwe: string): Promise<Bytes> {
  return open(key, jwe, 'dir')
}

/** Seals to one device, or to one desk. */
export async function sealTo(to: AgreementKey, bytes: Uint8Array): Promise<CompactJwe> {
  const jwe = await new CompactEncrypt(bytes)
    .setProtectedHeader({ alg: TO_DEVICE, enc: CONTENT })
    .encrypt(await importAgreementKey(to))
  return v.parse(CompactJwe, jwe)
}

/** Opens what `sealTo` sealed, with the private key, which need not be extractable. Refuses with `malformed`. */
export function openWith(privateKey: CryptoKey, jwe: string): Promise<Bytes> {
  return open(privateKey, jwe, TO_DEVICE)
}

async function open(key: CryptoKey, jwe: string, algorithm: string): Promise<Bytes> {
  if (!v.is(CompactJwe, jwe)) throw new Refusal('malformed')
  try {
    const { plaintext } = await compactDecrypt(jwe, key, {
      keyManagementAlgorithms: [algorithm],
      contentEncryptionAlgorithms: [CONTENT],
    })
    return new Uint8Array(plaintext)
  } catch (cause) {
    throw new Refusal('malformed', { cause })
  }
}
