import * as v from 'valibot'
import { PublicKey } from '@parley/protocol'
import { expect, test } from 'vitest'
import { digitsOf, fingerprintOf } from './fingerprint.ts'

test('a code is six groups, each five bytes of the hash modulo 100,000 (R3)', () => {
  const hash = new Uint8Array(32)
  hash.set([0, 0, 0, 0, 7], 0)
  hash.set([0, 0, 1, 134, 160], 5)
  hash.set([255, 255, 255, 255, 255], 10)

  expect(digitsOf(hash)).toEqual(['00007', '00000', '27775', '00000', '00000', '00000'])
})

test('the code of a seal has 30 digits', async () => {
  const { digits } = await fingerprintOf(v.parse(PublicKey, 'A'.repeat(43)))

  expect(digits.join('')).toMatch(/^\d{30}$/)
})
