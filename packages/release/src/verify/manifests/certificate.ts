import { importPublicKey } from '@parley/seal'
import type { Bytes, PublicKey } from '@parley/protocol'
import { sequenceIn, TAG } from './der.ts'

/** A clip certificate (X.509, RFC 5280), as far as it is needed. */
export type Certificate = {
  /** What its issuer signed. */
  readonly signed: Bytes
  readonly signature: Bytes
  /** The key that it is about: a SubjectPublicKeyInfo. */
  readonly key: Bytes
}

/** Ed25519, as certificates name it (RFC 8410). */
const ED25519 = '300506032b6570'

/** An ECDSA key of the curve P-256, as far as its beginning tells. */
const P256 = '3059301306072a8648ce3d020106082a8648ce3d030107'

/** Reads one that Ed25519 signed; nothing where it is none. */
export function readCertificate(der: Bytes): Certificate | undefined {
  const [signed, algorithm, signature, ...others] = sequenceIn(der) ?? []
  const isSigned = signature?.tag === TAG.bits && signature.body[0] === 0
  if (!signed || algorithm?.whole.toHex() !== ED25519 || !isSigned || others.length > 0)
    return undefined
  const inside = sequenceIn(signed.whole) ?? []
  const fields = inside[0]?.tag === TAG.version ? inside.slice(1) : []
  const [, algorithmAgain, , , , key] = fields
  if (!key || algorithmAgain?.whole.toHex() !== ED25519) return undefined
  return { signed: signed.whole, signature: signature.body.subarray(1), key: key.whole }
}

/** Whether that seal issued it. */
export async function isIssuedBy(
  { signed, signature }: Certificate,
  seal: PublicKey,
): Promise<boolean> {
  const key = await importPublicKey(seal)
  return crypto.subtle.verify('Ed25519', key, signature, signed)
}

/** The key that it is about, to verify with, by how it signs: ES256 or Ed25519. Nothing for another. */
export async function keyOf({ key }: Certificate): Promise<CryptoKey | undefined> {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' }
  const algorithm = key.toHex().startsWith(P256) ? curve : 'Ed25519'
  try {
    return await crypto.subtle.importKey('spki', key, algorithm, false, ['verify'])
  } catch {
    return undefined
  }
}
