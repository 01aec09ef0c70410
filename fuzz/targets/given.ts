import { CallId, caucusOf, PLENARY, SeatId, SideId, type Bytes } from '@parley/protocol'
import { toText, utf8, type Seal } from '@parley/seal'
import { exportAgreementKey, exportPublicKey } from '../../packages/seal/src/publicKey.ts'

/** Ids and keys that are the same in each run, so that what was found is found again. */
const id = (length: number) => `${'A'.repeat(length - 1)}A`
export const call = id(22) as CallId
export const side = id(11) as SideId
export const seat = id(11) as SeatId
export const hash = id(43)
export const rooms = [PLENARY, caucusOf(side)]
export const timeMs = 1_790_000_000_000

/** What private keys begin with in PKCS #8. RFC 8410, section 7. */
const PKCS8 = {
  Ed25519: '302e020100300506032b657004220420',
  X25519: '302e020100300506032b656e04220420',
}

/** A seal with fixed keys. */
export async function fixedSeal(): Promise<Seal> {
  const [signing, agreeing] = await Promise.all([
    pairOf('Ed25519', ['sign'], ['verify']),
    pairOf('X25519', ['deriveBits'], []),
  ])
  return {
    publicKey: await exportPublicKey(signing.publicKey),
    agreement: await exportAgreementKey(agreeing.publicKey),
    signingKey: signing.privateKey,
    agreementPrivateKey: agreeing.privateKey,
  }
}

/** An AES key with fixed bytes. */
export function fixedKey(): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', new Uint8Array(32).fill(7), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
}

/** An input of JSON. */
export function json(value: unknown): Bytes {
  return utf8(JSON.stringify(value))
}

/** An input as the text that it is; what is no UTF-8 becomes the sign for it. */
export function text(input: Bytes): string {
  return new TextDecoder().decode(input)
}

async function pairOf(
  algorithm: keyof typeof PKCS8,
  privateUsages: KeyUsage[],
  publicUsages: KeyUsage[],
): Promise<{ privateKey: CryptoKey; publicKey: CryptoKey }> {
  const bytes = new Uint8Array([
    ...Uint8Array.fromHex(PKCS8[algorithm]),
    ...new Uint8Array(32).fill(9),
  ])
  const privateKey = await crypto.subtle.importKey('pkcs8', bytes, algorithm, true, privateUsages)
  const { x = '' } = await crypto.subtle.exportKey('jwk', privateKey)
  const raw = Uint8Array.fromBase64(x, { alphabet: 'base64url' })
  return {
    privateKey,
    publicKey: await crypto.subtle.importKey('raw', raw, algorithm, true, publicUsages),
  }
}

export const secretText = toText(new Uint8Array(32).fill(5))
