import type { Bytes } from '@parley/protocol'
import { fingerprintOf, fromText, type Seal } from '@parley/seal'
import { der } from './der.ts'
import type { ClipSigner } from './messages.ts'

/** Ed25519, as key and as signature (RFC 8410). */
const ED25519 = der.sequence(der.oid('1.3.101.112'))
/** The uses that readers of C2PA ask for: mail, which every one takes, documents, and claims, which the newest want. */
const USES = ['1.3.6.1.5.5.7.3.4', '1.3.6.1.5.5.7.3.36', '1.3.6.1.4.1.62558.2.1']
/** A fixed one, so that a seal's own certificate is the same bytes however often it is made. */
const SINCE = new Date('2026-01-01T00:00:00Z')
/** Never, as RFC 5280 writes it: a clip is checked for as long as somebody keeps it. */
const NEVER = new Date('9999-12-31T23:59:59Z')
/** How far the clock of whoever checks may be behind. */
const CLOCK_MS = 24 * 60 * 60_000
const KEY_BYTES = 32

type Sealing = Pick<Seal, 'publicKey' | 'signingKey'>

/**
 * Makes a key for the clips of one side that cannot be extracted, and its certificate by that side's seal (RFC 5280,
 * in the profile of C2PA), followed by the seal's own.
 */
export async function makeClipSigner(
  seal: Sealing,
  { sideName, nowMs }: { sideName: string; nowMs: number },
): Promise<ClipSigner> {
  const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('It makes a pair')
  const own = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const { digits, hex } = await fingerprintOf(seal.publicKey)
  const issuer = nameOf(sideName, `Seal ${digits.join(' ')}`)
  const sealKey = fromText(seal.publicKey)
  const [certificate, sealCertificate] = await Promise.all([
    certify(seal, {
      serial: crypto.getRandomValues(new Uint8Array(16)),
      issuer,
      subject: nameOf(sideName, `Clips of the seal ${digits.join(' ')}`),
      since: new Date(nowMs - CLOCK_MS),
      key: own,
      extensions: [
        extension('2.5.29.19', der.sequence(), { isCritical: true }),
        extension('2.5.29.15', der.bits(new Uint8Array([0x80]), 7), { isCritical: true }),
        extension('2.5.29.37', der.sequence(...USES.map(der.oid))),
        extension('2.5.29.35', der.sequence(der.instead(0, await keyIdOf(sealKey)))),
        extension('2.5.29.14', der.octets(await keyIdOf(own))),
      ],
    }),
    certify(seal, {
      serial: Uint8Array.fromHex(hex).subarray(0, 16),
      issuer,
      subject: issuer,
      since: SINCE,
      key: sealKey,
      extensions: [
        extension('2.5.29.19', der.sequence(der.yes(), der.integer(new Uint8Array([0]))), {
          isCritical: true,
        }),
        extension('2.5.29.15', der.bits(new Uint8Array([0x04]), 2), { isCritical: true }),
        extension('2.5.29.14', der.octets(await keyIdOf(sealKey))),
      ],
    }),
  ])
  return { key: pair.privateKey, chain: [certificate, sealCertificate] }
}

type Certified = {
  serial: Bytes
  issuer: Bytes
  subject: Bytes
  since: Date
  key: Bytes
  extensions: readonly Bytes[]
}

async function certify(
  { signingKey }: Sealing,
  { serial, issuer, subject, since, key, extensions }: Certified,
): Promise<Bytes> {
  if (key.length !== KEY_BYTES) throw new Error('It is no key of Ed25519')
  const said = der.sequence(
    der.around(0, der.integer(new Uint8Array([2]))),
    der.integer(positive(serial)),
    ED25519,
    issuer,
    der.sequence(der.time(since), der.time(NEVER)),
    subject,
    der.sequence(ED25519, der.bits(key)),
    der.around(3, der.sequence(...extensions)),
  )
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', signingKey, said))
  return der.sequence(said, ED25519, der.bits(signature))
}

function extension(id: string, holds: Bytes, { isCritical = false } = {}): Bytes {
  return der.sequence(der.oid(id), ...(isCritical ? [der.yes()] : []), der.octets(holds))
}

function nameOf(organization: string, common: string): Bytes {
  return der.sequence(namePart('2.5.4.10', organization), namePart('2.5.4.3', common))
}

function namePart(id: string, text: string): Bytes {
  return der.set(der.sequence(der.oid(id), der.text(text)))
}

/** What certificates name a key by: 20 bytes of its SHA-256 (RFC 7093). */
async function keyIdOf(key: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', key)).subarray(0, 20)
}

/** Without a sign, and without a zero in front. */
function positive(serial: Bytes): Bytes {
  const [first = 0, ...rest] = serial
  return new Uint8Array([(first & 0x3f) | 0x40, ...rest])
}
