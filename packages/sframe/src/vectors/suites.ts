import { createCipheriv, createHmac, hkdfSync } from 'node:crypto'

/** A suite of RFC 9605 §4.5, sealed with Node's cryptography and nothing of ours. */
type Suite =
  | { cipher: 'aes-128-ctr' | 'aes-256-ctr'; hash: 'sha256' | 'sha512'; tagBytes: number }
  | { cipher: 'aes-128-gcm' | 'aes-256-gcm'; hash: 'sha256' | 'sha512'; tagBytes: 16 }

const SUITES: Readonly<Record<number, Suite>> = {
  1: { cipher: 'aes-128-ctr', hash: 'sha256', tagBytes: 10 },
  2: { cipher: 'aes-128-ctr', hash: 'sha256', tagBytes: 8 },
  3: { cipher: 'aes-128-ctr', hash: 'sha256', tagBytes: 4 },
  4: { cipher: 'aes-128-gcm', hash: 'sha256', tagBytes: 16 },
  5: { cipher: 'aes-256-gcm', hash: 'sha512', tagBytes: 16 },
  6: { cipher: 'aes-256-ctr', hash: 'sha512', tagBytes: 10 },
  7: { cipher: 'aes-256-ctr', hash: 'sha512', tagBytes: 8 },
  8: { cipher: 'aes-256-ctr', hash: 'sha512', tagBytes: 4 },
}

/** The suite of that code. */
export function suiteOf(code: number): Suite {
  const suite = SUITES[code]
  if (!suite) throw new RangeError(`suite ${code}`)
  return suite
}

/** HKDF-Extract with an empty salt. */
export function extract({ hash }: Suite, baseKey: Uint8Array): Uint8Array {
  return createHmac(hash, '').update(baseKey).digest()
}

/** HKDF of the base key, extract and expand in one. */
export function expand(
  suite: Suite,
  { baseKey, label, length }: { baseKey: Uint8Array; label: Uint8Array; length: number },
): Uint8Array {
  return new Uint8Array(hkdfSync(suite.hash, baseKey, '', label, length))
}

/** Bytes of a suite's key: with CTR the encryption key, then the authentication key. */
export function keyBytes({ cipher, hash }: Suite): number {
  const encryption = cipher.includes('128') ? 16 : 32
  if (cipher.endsWith('gcm')) return encryption
  return encryption + (hash === 'sha256' ? 32 : 64)
}

/** Ciphertext and tag, as §4.5.1 (CTR with HMAC) or §4.5.2 (GCM) make them. */
export function seal(
  suite: Suite,
  { key, nonce, aad, pt }: Record<'key' | 'nonce' | 'aad' | 'pt', Uint8Array>,
): Uint8Array {
  if (suite.cipher === 'aes-128-gcm' || suite.cipher === 'aes-256-gcm') {
    const gcm = createCipheriv(suite.cipher, key, nonce).setAAD(aad)
    return Buffer.concat([gcm.update(pt), gcm.final(), gcm.getAuthTag()])
  }
  const at = suite.cipher === 'aes-128-ctr' ? 16 : 32
  const counter = Buffer.concat([nonce, Buffer.alloc(4)])
  const ct = createCipheriv(suite.cipher, key.subarray(0, at), counter).update(pt)
  const lengths = Buffer.alloc(24)
  lengths.writeBigUInt64BE(BigInt(aad.length), 0)
  lengths.writeBigUInt64BE(BigInt(ct.length), 8)
  lengths.writeBigUInt64BE(BigInt(suite.tagBytes), 16)
  const tag = createHmac(suite.hash, key.subarray(at))
    .update(Buffer.concat([lengths, nonce, aad, ct]))
    .digest()
  return Buffer.concat([ct, tag.subarray(0, suite.tagBytes)])
}
