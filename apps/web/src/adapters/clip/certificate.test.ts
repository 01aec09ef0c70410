import { X509Certificate } from 'node:crypto'
import { fingerprintOf, makeSeal } from '@parley/seal'
import { expect, test } from 'vitest'
import { makeClipSigner } from './certificate.ts'

const seal = await makeSeal()
const nowMs = Date.parse('2027-03-09T12:00:00Z')
const make = () => makeClipSigner(seal, { sideName: 'Côte d’Ivoire', nowMs })

test('a clip is signed by a key that cannot be read out, and whose certificate the seal of its side issued (R98)', async () => {
  const { key, chain } = await make()
  const [own, issuer] = chain.map((der) => new X509Certificate(der))
  const code = (await fingerprintOf(seal.publicKey)).digits.join(' ')

  await expect(crypto.subtle.exportKey('pkcs8', key)).rejects.toThrow(/extractable/i)
  expect(own && issuer && own.verify(issuer.publicKey)).toBe(true)
  expect(issuer && own?.checkIssued(issuer)).toBe(true)
  expect(issuer?.publicKey.export({ format: 'jwk' })['x']).toBe(seal.publicKey)
  expect(own?.issuer).toBe(`O=Côte d’Ivoire\nCN=Seal ${code}`)
  expect([own?.ca, issuer?.ca]).toEqual([false, true])
})

test('it has the uses that readers of C2PA ask for, and no end', async () => {
  const { chain } = await make()
  const [own] = chain.map((der) => new X509Certificate(der))

  expect(own?.keyUsage).toEqual([
    '1.3.6.1.5.5.7.3.4',
    '1.3.6.1.5.5.7.3.36',
    '1.3.6.1.4.1.62558.2.1',
  ])
  expect(own?.validFromDate).toEqual(new Date('2027-03-08T12:00:00Z'))
  expect(own?.validToDate).toEqual(new Date('9999-12-31T23:59:59Z'))
})

test('the seal’s own certificate is the same bytes each time, so that it can be compared and kept', async () => {
  const [first, second] = [await make(), await make()]

  expect(first.chain[1]).toEqual(second.chain[1])
  expect(first.chain[0]).not.toEqual(second.chain[0])
})
