import { makeSeal } from '@parley/seal'
import { decode, encode } from 'cborg'
import { expect, test } from 'vitest'
import { makeClipSigner } from '../certificate.ts'
import { coseSizeOf, signCose } from './cose.ts'

const signer = await makeClipSigner(await makeSeal(), { sideName: 'Kenya', nowMs: Date.now() })
const claim = new TextEncoder().encode('a claim')

test('a signature has exactly the room that was kept for it, and is of the claim (R98)', async () => {
  for (const size of [coseSizeOf(signer.chain), coseSizeOf(signer.chain) + 40_000]) {
    const cose = await signCose(claim, { ...signer, size })
    const [header, unprotected, payload, signature] = decode(cose.subarray(1)) as [
      Uint8Array,
      { pad: Uint8Array },
      null,
      Uint8Array<ArrayBuffer>,
    ]
    const signed = new Uint8Array(encode(['Signature1', header, new Uint8Array(), claim]))
    const certificate = signer.chain[0] ?? new Uint8Array()
    const key = await crypto.subtle.importKey('raw', keyIn(certificate), 'Ed25519', false, [
      'verify',
    ])

    expect([cose.length, cose[0], payload]).toEqual([size, 0xd2, null])
    expect(unprotected.pad.every((byte) => byte === 0)).toBe(true)
    expect(await crypto.subtle.verify('Ed25519', key, signature, signed)).toBe(true)
  }
})

test('where the room is too little or too much nothing is signed', async () => {
  await expect(signCose(claim, { ...signer, size: 500 })).rejects.toThrow('500 bytes')
  await expect(signCose(claim, { ...signer, size: 200_000 })).rejects.toThrow('200000 bytes')
})

/** The 32 bytes of an Ed25519 key after its name in a certificate: the second time that name stands there. */
function keyIn(certificate: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const hex = certificate.toHex()
  const at = hex.indexOf('06032b6570032100') / 2
  return certificate.slice(at + 8, at + 40)
}
