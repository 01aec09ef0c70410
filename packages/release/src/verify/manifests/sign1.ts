import type { Bytes } from '@parley/protocol'
import { encode } from 'cborg'
import { bytesOf, listOf, readCbor, within } from './cbor.ts'
import { keyOf, readCertificate, type Certificate } from './certificate.ts'

/** The byte that tells that a COSE_Sign1 follows (RFC 9052, section 4.2). */
const SIGN1 = 0xd2

/** Labels of headers: the algorithm, and the certificates (RFC 9360). */
const [ALGORITHM, CHAIN] = [1, 33]

/** How each key signs, by the number that COSE has for it. */
const ALGORITHMS: Readonly<
  Record<string, { number: number; verify: AlgorithmIdentifier | EcdsaParams }>
> = {
  ECDSA: { number: -7, verify: { name: 'ECDSA', hash: 'SHA-256' } },
  Ed25519: { number: -8, verify: 'Ed25519' },
}

/**
 * The certificate of the key that signed `payload`, which is not in the signature itself. Nothing where it is not
 * signed so, or where there is a byte in it that no signature covers and that could be another.
 */
export async function verifySign1(cose: Bytes, payload: Bytes): Promise<Certificate | undefined> {
  const [protectedBytes, open, detached, signature, ...others] =
    cose[0] === SIGN1 ? listOf(readCbor(cose.subarray(1))) : []
  const [header, signed] = [bytesOf(protectedBytes), bytesOf(signature)]
  if (!header || !signed || detached !== null || others.length > 0 || !isPadding(open))
    return undefined
  const fields = readCbor(header)
  const certificate = certificateIn(within(fields, CHAIN))
  const key = certificate && (await keyOf(certificate))
  const algorithm = key && ALGORITHMS[key.algorithm.name]
  if (!algorithm || within(fields, ALGORITHM) !== algorithm.number) return undefined
  const structure = encode(['Signature1', header, new Uint8Array(), payload])
  const isSigned = await crypto.subtle.verify(algorithm.verify, key, signed, structure)
  return isSigned ? certificate : undefined
}

/** What nobody signs: room that was left, all of it zeros. */
function isPadding(open: unknown): boolean {
  if (!(open instanceof Map)) return false
  return [...open].every(
    ([name, value]) =>
      (name === 'pad' || name === 'pad2') && bytesOf(value)?.every((byte) => byte === 0) === true,
  )
}

/** The first of a chain, or the only one. The seal that issued it is looked for by itself. */
function certificateIn(chain: unknown): Certificate | undefined {
  const der = bytesOf(Array.isArray(chain) ? chain[0] : chain)
  return der && readCertificate(der)
}
