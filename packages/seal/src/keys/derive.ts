import * as v from 'valibot'
import { CallId, LinkToken, type Bytes, type Hash, type RoomId } from '@parley/protocol'
import { fromText, toText, utf8 } from '../bytes.ts'
import { sha256Text } from '../hash.ts'
import type { Secret } from './secret.ts'

/** A secret as a seat keeps it: keys can be derived from it, and its bytes cannot be read. */
export type DerivingKey = CryptoKey

/** From then on not extractable. */
export function derivingKey(secret: Secret): Promise<DerivingKey> {
  return secret.use((bytes) =>
    crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits', 'deriveKey']),
  )
}

/** The name of the call whose secret this is. */
export async function callIdOf(callSecret: DerivingKey): Promise<CallId> {
  return v.parse(CallId, toText(await deriveBytes(callSecret, 'parley call id', 16)))
}

/** What documents of the call are sealed under; from the side secret, documents of that side alone. */
export function documentKeyOf(secret: DerivingKey): Promise<CryptoKey> {
  return deriveAesKey(secret, 'parley documents')
}

/** What a side writes of its readout is sealed under, until it is published. From the side secret. */
export function readoutsKeyOf(sideSecret: DerivingKey): Promise<CryptoKey> {
  return deriveAesKey(sideSecret, 'parley readouts')
}

/** What envelopes of a room are sealed under. For the caucus of a side, from its side secret. */
export function envelopeKeyOf(secret: DerivingKey, room: RoomId): Promise<CryptoKey> {
  return deriveAesKey(secret, `parley envelopes ${room}`)
}

/** What whoever holds the link shows to the server. */
export async function tokenOf(linkSecret: DerivingKey): Promise<LinkToken> {
  return v.parse(LinkToken, toText(await deriveBytes(linkSecret, 'parley token', 32)))
}

/** All that the server keeps of a token: SHA-256 over its 32 bytes. */
export function tokenHashOf(token: LinkToken): Promise<Hash> {
  return sha256Text(fromText(token))
}

/** The outer layer of a grant. */
export function grantKeyOf(linkSecret: DerivingKey): Promise<CryptoKey> {
  return deriveAesKey(linkSecret, 'parley grant')
}

/** What the plan as proposed is sealed under. */
export function invitationKeyOf(linkSecret: DerivingKey): Promise<CryptoKey> {
  return deriveAesKey(linkSecret, 'parley invitation')
}

const hkdf = (label: string) => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: new Uint8Array(),
  info: utf8(label),
})

async function deriveBytes(secret: DerivingKey, label: string, length: number): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf(label), secret, length * 8))
}

function deriveAesKey(secret: DerivingKey, label: string): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(hkdf(label), secret, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}
