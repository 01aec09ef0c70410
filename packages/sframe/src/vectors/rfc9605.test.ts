import { readFileSync } from 'node:fs'
import type { Bytes } from '@parley/protocol'
import { expect, test } from 'vitest'
import { openFrame, sealFrame, splitFrame } from '../frame.ts'
import { decodeHeader, encodeHeader } from '../header.ts'
import { deriveFrameKey, importBaseKey, keyLabel, nonceOf, saltLabel } from '../keySchedule.ts'
import { expand, extract, keyBytes, seal, suiteOf } from './suites.ts'

type Hex<Name extends string> = Record<Name, string>
type HeaderVector = { kid: string; ctr: string } & Hex<'encoded'>
type CtrVector = { cipher_suite: string } & Hex<'key' | 'nonce' | 'aad' | 'pt' | 'ct'> &
  Hex<'enc_key' | 'auth_key'>
type FrameVector = { cipher_suite: string; kid: string; ctr: string } & Hex<
  | 'base_key'
  | 'sframe_key_label'
  | 'sframe_salt_label'
  | 'sframe_secret'
  | 'sframe_key'
  | 'sframe_salt'
  | 'metadata'
  | 'nonce'
  | 'aad'
  | 'pt'
  | 'ct'
>

/** Numbers up to 2^64 stay exact as text. */
const text = readFileSync(new URL('sframe-rfc9605.json', import.meta.url), 'utf8')
const vectors = JSON.parse(text.replaceAll(/: (\d+)/g, ': "$1"')) as {
  header: HeaderVector[]
  aes_ctr_hmac: CtrVector[]
  aes_256_ctr_hmac: CtrVector[]
  sframe: FrameVector[]
}

test('the vectors are all there', () => {
  const counts = Object.values(vectors).map((entries) => entries.length)

  expect(counts).toEqual([289, 3, 3, 5])
})

test.each(vectors.header)('a header of key id $kid and counter $ctr', ({ kid, ctr, encoded }) => {
  const header = encodeHeader(BigInt(kid), BigInt(ctr))

  expect(header.toHex()).toBe(encoded)
  expect(decodeHeader(header)).toEqual({
    kid: BigInt(kid),
    ctr: BigInt(ctr),
    length: header.length,
  })
})

test.each([...vectors.aes_ctr_hmac, ...vectors.aes_256_ctr_hmac])(
  'AES-CTR with HMAC, suite $cipher_suite',
  ({ cipher_suite, key, nonce, aad, pt, ct, enc_key, auth_key }) => {
    const sealed = seal(suiteOf(Number(cipher_suite)), {
      key: bytes(key),
      nonce: bytes(nonce),
      aad: bytes(aad),
      pt: bytes(pt),
    })

    expect(new Uint8Array(sealed).toHex()).toBe(ct)
    expect(enc_key + auth_key).toBe(key)
  },
)

test.each(vectors.sframe)('labels, keys and frame of suite $cipher_suite', (vector) => {
  const code = Number(vector.cipher_suite)
  const suite = suiteOf(code)
  const kid = BigInt(vector.kid)
  const ctr = BigInt(vector.ctr)
  const baseKey = bytes(vector.base_key)
  const label = keyLabel(kid, code)
  const salted = saltLabel(kid, code)

  const key = expand(suite, { baseKey, label, length: keyBytes(suite) })
  const salt = new Uint8Array(expand(suite, { baseKey, label: salted, length: 12 }))
  const nonce = nonceOf(salt, ctr)
  const header = encodeHeader(kid, ctr)
  const aad = Buffer.concat([header, bytes(vector.metadata)])
  const sealed = seal(suite, { key, nonce, aad, pt: bytes(vector.pt) })

  expect(label.toHex()).toBe(vector.sframe_key_label)
  expect(salted.toHex()).toBe(vector.sframe_salt_label)
  expect(new Uint8Array(extract(suite, baseKey)).toHex()).toBe(vector.sframe_secret)
  expect(key.toHex()).toBe(vector.sframe_key)
  expect(salt.toHex()).toBe(vector.sframe_salt)
  expect(nonce.toHex()).toBe(vector.nonce)
  expect(new Uint8Array(aad).toHex()).toBe(vector.aad)
  expect(header.toHex() + new Uint8Array(sealed).toHex()).toBe(vector.ct)
})

test('what the worker seals and opens with is the published suite 5 (R28)', async () => {
  const vector = vectors.sframe.find(({ cipher_suite }) => cipher_suite === '5') as FrameVector
  const frameKey = await deriveFrameKey(
    await importBaseKey(bytes(vector.base_key)),
    BigInt(vector.kid),
  )
  const metadata = bytes(vector.metadata)
  const frame = new Uint8Array([...metadata, ...bytes(vector.pt)])

  const sealed = await sealFrame(frame, {
    frameKey,
    kid: Number(vector.kid),
    ctr: Number(vector.ctr),
    clearBytes: metadata.length,
  })
  const split = splitFrame(sealed, metadata.length)
  const opened = split && (await openFrame(split, frameKey))

  expect(frameKey.salt.toHex()).toBe(vector.sframe_salt)
  expect(frameKey.key.extractable).toBe(false)
  expect(sealed.toHex()).toBe(vector.metadata + vector.ct)
  expect(opened?.toHex()).toBe(frame.toHex())
})

function bytes(hex: string): Bytes {
  return Uint8Array.fromHex(hex)
}
