import type { PublicKey } from '@parley/protocol'
import { fromText } from '../bytes.ts'
import { sha256 } from '../hash.ts'

/** A seal's code: 30 digits in six groups of five to compare by phone, and the hex that draws its emblem. */
export type Fingerprint = { readonly digits: readonly string[]; readonly hex: string }

/** Of a seal's public key. */
export async function fingerprintOf(seal: PublicKey): Promise<Fingerprint> {
  const hash = await sha256(fromText(seal))
  return { digits: digitsOf(hash), hex: hash.toHex() }
}

/** Six groups, each five bytes of a SHA-256 as a number modulo 100,000. */
export function digitsOf(hash: Uint8Array): string[] {
  return Array.from({ length: 6 }, (_, group) => {
    const number = hash.subarray(group * 5, group * 5 + 5).reduce((n, byte) => n * 256 + byte, 0)
    return String(number % 100_000).padStart(5, '0')
  })
}
