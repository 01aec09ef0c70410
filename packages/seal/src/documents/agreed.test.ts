import * as fc from 'fast-check'
import { GeneralSign, generalVerify, importJWK } from 'jose'
import type { CompactJws, Hash, PublicKey, SideId } from '@parley/protocol'
import { expect, test } from 'vitest'
import { utf8 } from '../bytes.ts'
import { makeDeviceKeys } from '../seals/seal.ts'
import { agreedVersion, agreedVersions, type Signed } from './agreed.ts'

type Payload = { version: number; previous: Hash | null }

const hash = (name: string) => name as Hash
const seals = new Map(['a', 'b', 'c'].map((side) => [side as SideId, `seal ${side}` as PublicKey]))
const needs = () => seals

function signed(version: number, previous: string | null, by: string, of = `v${version}`) {
  return {
    payload: { version, previous: previous === null ? null : hash(previous) },
    signer: by as SideId,
    seal: `seal ${by}` as PublicKey,
    jws: `${of} by ${by}` as CompactJws,
    hash: hash(of),
  } satisfies Signed<Payload>
}

const byAll = (version: number, previous: string | null) =>
  ['a', 'b', 'c'].map((side) => signed(version, previous, side))

test('a draft that one side has not signed counts for nothing (R8)', () => {
  const draft = byAll(2, 'v1').slice(0, 2)

  expect(agreedVersion([...byAll(1, null), ...draft], needs)?.version).toBe(1)
  expect(agreedVersion([...byAll(1, null), ...byAll(2, 'v1')], needs)?.version).toBe(2)
})

test('signatures of two wordings of one version do not add up (R8)', () => {
  const wordings = [
    signed(1, null, 'a', 'one'),
    signed(1, null, 'b', 'one'),
    signed(1, null, 'c', 'other'),
  ]

  expect(agreedVersion(wordings, needs)).toBe(undefined)
})

test('one side signing thrice is one signature, and another seal is none (R9)', () => {
  const thrice = [signed(1, null, 'a'), signed(1, null, 'a'), signed(1, null, 'a')]
  const forged = byAll(1, null).map((one) =>
    one.signer === ('c' as SideId) ? { ...one, seal: 'seal x' as PublicKey } : one,
  )

  expect(agreedVersion(thrice, needs)).toBe(undefined)
  expect(agreedVersion(forged, needs)).toBe(undefined)
})

test('a version that does not replace the agreed one is not agreed, and a gap is no harm', () => {
  expect(agreedVersion([...byAll(1, null), ...byAll(2, 'elsewhere')], needs)?.version).toBe(1)
  expect(agreedVersion([...byAll(1, null), ...byAll(7, 'v1')], needs)?.version).toBe(7)
  expect(agreedVersion(byAll(2, 'v1'), needs)).toBe(undefined)
})

test('what is agreed does not depend on the order of arrival, and never shrinks', () => {
  const all = [...byAll(1, null), ...byAll(3, 'v1'), ...byAll(4, 'v3'), ...byAll(5, 'v3')]
  fc.assert(
    fc.property(fc.shuffledSubarray(all), fc.shuffledSubarray(all), (some, more) => {
      const versions = agreedVersions(some, needs).map(({ version }) => version)
      const reversed = agreedVersions(some.toReversed(), needs).map(({ version }) => version)
      const grown = agreedVersions([...some, ...more], needs).map(({ version }) => version)

      expect(reversed).toEqual(versions)
      expect(grown.at(-1) ?? 0).toBeGreaterThanOrEqual(versions.at(-1) ?? 0)
      for (const version of versions) {
        const signers = new Set(
          some.filter((s) => s.payload.version === version).map((s) => s.signer),
        )
        expect(signers.size).toBe(3)
      }
    }),
  )
})

test('a general JWS verifies by any one of its signatures, which is why none is used (R9)', async () => {
  const [one, stranger] = await Promise.all([makeDeviceKeys(), makeDeviceKeys()])
  const general = await new GeneralSign(utf8('{}'))
    .addSignature(one.signingKey)
    .setProtectedHeader({ alg: 'Ed25519' })
    .addSignature(stranger.signingKey)
    .setProtectedHeader({ alg: 'Ed25519' })
    .sign()
  const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: one.publicKey }, 'Ed25519')

  await expect(generalVerify(general, key, { algorithms: ['Ed25519'] })).resolves.toBeDefined()
})
