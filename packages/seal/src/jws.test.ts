import { CompactSign, SignJWT } from 'jose'
import { Refusal } from '@parley/protocol'
import { expect, test } from 'vitest'
import { toText, utf8 } from './bytes.ts'
import { orNothing } from './documents/read.ts'
import { hashOf, sha256Text } from './hash.ts'
import { payloadOf, signJws, verifyJws } from './jws.ts'
import { makeDeviceKeys } from './seals/seal.ts'
import type { Typ } from './typ.ts'

const TYPS: readonly Typ[] = [
  'parley-document',
  'parley-pass',
  'parley-leaf',
  'parley-sign-in',
  'parley-enrolment',
  'parley-desk',
  'parley-media',
]
const refused = new Refusal('bad-signature')

test('no signature made for one use stands for another (R2)', async () => {
  const { signingKey, publicKey } = await makeDeviceKeys()

  for (const made of TYPS) {
    const jws = await signJws(signingKey, made, utf8('words'))
    for (const wanted of TYPS) {
      const verified = await orNothing(() => verifyJws(jws, wanted, publicKey))
      expect(verified).toEqual(made === wanted ? utf8('words') : undefined)
    }
  }
})

test('a signature without a typ, or by the older name of the algorithm, is refused (R2)', async () => {
  const { signingKey, publicKey } = await makeDeviceKeys()
  const without = await new CompactSign(utf8('{}'))
    .setProtectedHeader({ alg: 'Ed25519' })
    .sign(signingKey)
  const older = await new SignJWT({})
    .setProtectedHeader({ alg: 'EdDSA', typ: 'parley-desk' })
    .sign(signingKey)

  await expect(verifyJws(without, 'parley-desk', publicKey)).rejects.toThrow(refused)
  await expect(verifyJws(older, 'parley-desk', publicKey)).rejects.toThrow(refused)
})

test('an unsigned JWS and one keyed with the public key are refused', async () => {
  const { publicKey } = await makeDeviceKeys()
  const none = `${toText(utf8('{"alg":"none","typ":"parley-desk"}'))}.${toText(utf8('{}'))}.AA`
  const keyed = await new CompactSign(utf8('{}'))
    .setProtectedHeader({ alg: 'HS256', typ: 'parley-desk' })
    .sign(utf8(publicKey))

  await expect(verifyJws(none, 'parley-desk', publicKey)).rejects.toThrow(refused)
  await expect(verifyJws(keyed, 'parley-desk', publicKey)).rejects.toThrow(refused)
})

test('the hash of a document is over its payload as signed, whoever signed it', async () => {
  const [one, other] = await Promise.all([makeDeviceKeys(), makeDeviceKeys()])
  const payload = utf8('{ "spaced" :   true }')

  const first = await signJws(one.signingKey, 'parley-document', payload)
  const second = await signJws(other.signingKey, 'parley-document', payloadOf(first))

  expect(payloadOf(second)).toEqual(payload)
  expect(await hashOf(first)).toBe(await sha256Text(payload))
  expect(await hashOf(second)).toBe(await hashOf(first))
})
