import type { Bytes } from '@parley/protocol'
import { concat, fromText, sha256, utf8, type Seal } from '@parley/seal'

/** A key to sign clips with, and its certificate. */
export type ClipKey = {
  readonly key: CryptoKey
  readonly certificate: Bytes
}

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const
const ED25519 = Uint8Array.fromHex('300506032b6570')

/** Extensions that C2PA asks for, as DER: no authority, for signatures, and for documents (RFC 9336). */
const EXTENSIONS = [
  '300c0603551d130101ff04023000',
  '300e0603551d0f0101ff040403020780',
  '30160603551d250101ff040c300a06082b06010505070304',
]

/** A new one, which that seal vouches for. */
export async function clipKeyOf(
  seal: Seal,
  algorithm: 'ES256' | 'Ed25519' = 'ES256',
): Promise<ClipKey> {
  const how = algorithm === 'ES256' ? P256 : 'Ed25519'
  const keys = (await crypto.subtle.generateKey(how, true, ['sign', 'verify'])) as CryptoKeyPair
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', keys.publicKey))
  const certificate = await certificateOf(spki, { seal, name: 'Clip key', extensions: EXTENSIONS })
  return { key: keys.privateKey, certificate }
}

/** A certificate (RFC 5280) of that key, by a seal. */
async function certificateOf(
  spki: Bytes,
  { seal, name, extensions }: { seal: Seal; name: string; extensions: readonly string[] },
): Promise<Bytes> {
  const issuer = await sha256(fromText(seal.publicKey))
  const authority = octets(element(0x30, element(0x80, issuer.subarray(0, 20))))
  const all = [
    ...extensions.map((hex) => Uint8Array.fromHex(hex)),
    element(0x30, concat(Uint8Array.fromHex('0603551d23'), authority)),
  ]
  const signed = element(
    0x30,
    concat(
      Uint8Array.fromHex('a003020102020101'),
      ED25519,
      named('Seal'),
      element(0x30, concat(time('260101000000Z'), time('360101000000Z'))),
      named(name),
      spki,
      element(0xa3, element(0x30, concat(...all))),
    ),
  )
  const signature = await crypto.subtle.sign('Ed25519', seal.signingKey, signed)
  const bits = element(0x03, concat(new Uint8Array(1), new Uint8Array(signature)))
  return element(0x30, concat(signed, ED25519, bits))
}

function named(name: string): Bytes {
  const common = element(0x30, concat(Uint8Array.fromHex('0603550403'), element(0x0c, utf8(name))))
  const organization = element(
    0x30,
    concat(Uint8Array.fromHex('060355040a'), element(0x0c, utf8('Parley'))),
  )
  return element(0x30, concat(element(0x31, organization), element(0x31, common)))
}

function time(text: string): Bytes {
  return element(0x17, utf8(text))
}

function octets(inside: Bytes): Bytes {
  return element(0x04, inside)
}

function element(tag: number, body: Bytes): Bytes {
  const { length } = body
  const long = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return concat(Uint8Array.of(tag, ...(length < 128 ? [length] : long)), body)
}
