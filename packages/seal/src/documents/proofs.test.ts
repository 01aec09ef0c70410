import { expect, test } from 'vitest'
import { CallId, caucusOf, PLENARY, PublicKey, SeatId, SideId } from '@parley/protocol'
import * as v from 'valibot'
import { toText } from '../bytes.ts'
import { hashOf } from '../hash.ts'
import { signJws } from '../jws.ts'
import { exportAgreementKey, exportPublicKey } from '../publicKey.ts'
import { verifyDelegationProof } from './delegationProof.ts'
import { signLeafStatement, verifyLeafStatement } from './leafStatement.ts'
import { delegationKind, passKind } from './kinds.ts'
import { verifyPass } from './pass.ts'

const random = (length: number) => toText(crypto.getRandomValues(new Uint8Array(length)))
const call = v.parse(CallId, random(16))
const bern = v.parse(SideId, random(8))
const nairobi = v.parse(SideId, random(8))
const sign = (key: CryptoKey, payload: object) => signJws(key, 'parley-document', payload)
const seat = v.parse(SeatId, random(8))

async function someone(): Promise<{ key: CryptoKey; publicKey: PublicKey }> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey('Ed25519', false, ['sign'])
  return { key: privateKey, publicKey: await exportPublicKey(publicKey) }
}

async function aPass(device: PublicKey) {
  const pair = await crypto.subtle.generateKey('X25519', false, ['deriveBits'])
  if (!('publicKey' in pair)) throw new Error('X25519 makes pairs')
  return {
    call,
    kind: passKind(seat),
    version: 1,
    previous: null,
    at: 1000,
    side: bern,
    seat,
    device,
    agreement: await exportAgreementKey(pair.publicKey),
    listen: false,
    notBefore: 1000,
    expires: 2000,
  }
}

test('a pass counts only by the seal of the side it names', async () => {
  const [seal, stranger, device] = await Promise.all([someone(), someone(), someone()])
  const seals = new Map([[bern, seal.publicKey]])
  const payload = await aPass(device.publicKey)

  const good = await signJws(seal.key, 'parley-pass', payload)
  const verified = await verifyPass(good, seals)

  expect(verified).toEqual({ pass: payload, signedBy: seal.publicKey, hash: await hashOf(good) })
  expect(await verifyPass(await signJws(stranger.key, 'parley-pass', payload), seals)).toBe(
    undefined,
  )
  expect(await verifyPass(await signJws(seal.key, 'parley-document', payload), seals)).toBe(
    undefined,
  )
  expect(await verifyPass(good, new Map())).toBe(undefined)
  expect(await verifyPass('not a jws', seals)).toBe(undefined)
})

test('a leaf belongs to the device that signed it', async () => {
  const [device, other, leaf] = await Promise.all([someone(), someone(), someone()])
  const pass = await hashOf(await signJws(other.key, 'parley-pass', {}))
  const statement = {
    call,
    room: PLENARY,
    group: random(32),
    leaf: leaf.publicKey,
    pass,
    at: 1000,
  }

  const jws = await signLeafStatement(device.key, statement)

  expect(await verifyLeafStatement(jws, device.publicKey)).toEqual(statement)
  expect(await verifyLeafStatement(jws, other.publicKey)).toBe(undefined)
})

test('a delegation is proven by every seal over the same bytes, and by nothing less', async () => {
  const [first, second] = await Promise.all([someone(), someone()])
  const seals = new Map([
    [bern, first.publicKey],
    [nairobi, second.publicKey],
  ])
  const delegation = {
    call,
    kind: delegationKind(bern),
    version: 1,
    previous: null,
    at: 1000,
    side: bern,
    seats: [
      {
        seat,
        name: 'Livia Spescha',
        office: 'Registry of Treaties',
        role: 'note-taker',
        languages: ['rm', 'de'],
        rooms: [PLENARY, caucusOf(bern)],
      },
    ],
  }
  const byFirst = await sign(first.key, delegation)
  const bySecond = await sign(second.key, delegation)

  expect(await verifyDelegationProof([byFirst, bySecond], seals, bern)).toEqual(delegation)
  expect(await verifyDelegationProof([bySecond, byFirst], seals, bern)).toEqual(delegation)

  const other = await sign(second.key, { ...delegation, at: 1001 })
  expect(await verifyDelegationProof([byFirst, other], seals, bern)).toBe(undefined)
  expect(await verifyDelegationProof([byFirst, byFirst], seals, bern)).toBe(undefined)
  expect(await verifyDelegationProof([byFirst], seals, bern)).toBe(undefined)
  expect(await verifyDelegationProof([byFirst, bySecond], seals, nairobi)).toBe(undefined)
})

test('a side cannot clear its people for the caucus of another', async () => {
  const seal = await someone()
  const delegation = {
    call,
    kind: delegationKind(bern),
    version: 1,
    previous: null,
    at: 1000,
    side: bern,
    seats: [
      { seat, name: 'A', office: '', role: 'adviser', languages: [], rooms: [caucusOf(nairobi)] },
    ],
  }

  const jws = await signJws(seal.key, 'parley-document', delegation)

  expect(await verifyDelegationProof([jws], new Map([[bern, seal.publicKey]]), bern)).toBe(
    undefined,
  )
})
