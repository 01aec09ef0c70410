import type { Bytes } from '@parley/protocol'
import { encode } from 'cborg'

/** EdDSA in the registry of COSE, which C2PA asks for with an Ed25519 key. */
const EDDSA = -8
const ALGORITHM_HEADER = 1
const CHAIN_HEADER = 33
/** The tag of a COSE_Sign1, as its one byte. */
const TAG_OF_SIGN1 = 0xd2
/** With at least so many bytes of padding their length takes two more, up to `MOST_PADDING`. */
const LEAST_PADDING = 256
const MOST_PADDING = 65_535
/** Room for headers, signature and padding. Larger: the file is. Smaller: a signature does not fit. */
const ROOM_BESIDE = 768

/**
 * The COSE_Sign1 over a C2PA claim, which is not in it, padded to exactly `size` bytes. `chain` are certificates in
 * DER, that of the key first.
 */
export async function signCose(
  claim: Bytes,
  { key, chain, size }: { key: CryptoKey; chain: readonly Bytes[]; size: number },
): Promise<Bytes> {
  const protectedHeader = encode(
    new Map<number, unknown>([
      [ALGORITHM_HEADER, EDDSA],
      [CHAIN_HEADER, chain],
    ]),
  )
  const signed = encode(['Signature1', protectedHeader, new Uint8Array(), claim])
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', key, new Uint8Array(signed)))
  const withPadding = (length: number) => {
    const sign1 = encode([protectedHeader, { pad: new Uint8Array(length) }, null, signature])
    return new Uint8Array([TAG_OF_SIGN1, ...sign1])
  }
  const missing = size - withPadding(LEAST_PADDING).length
  const padding = LEAST_PADDING + missing
  if (missing < 0 || padding > MOST_PADDING)
    throw new Error(`A signature of ${size} bytes was asked for`)
  return withPadding(padding)
}

/** Room that a signature takes with such a chain, in bytes. */
export function coseSizeOf(chain: readonly Bytes[]): number {
  return chain.reduce((sum, { length }) => sum + length, ROOM_BESIDE)
}
