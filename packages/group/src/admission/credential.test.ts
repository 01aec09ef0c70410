import { agreeCall, CALL_TIME_MS, passAnew } from '@parley/testkit/agreedCall'
import { caucusOf, PLENARY } from '@parley/protocol'
import { signLeafStatement, verifyPass, type LeafStatement } from '@parley/seal'
import { beforeAll, expect, test } from 'vitest'
import { generateLeafKey, type LeafKey } from '../mls/leafKey.ts'
import { identityOf, verifyCredential } from './credential.ts'

const GROUP = 'the-group'

type Agreed = Awaited<ReturnType<typeof agreeCall>>
let agreed: Agreed
let leafKey: LeafKey
/** What the device of the first signs for a leaf of its own. */
let said: LeafStatement

beforeAll(async () => {
  agreed = await agreeCall({ seatsEach: 1 })
  leafKey = await generateLeafKey()
  const { terms } = agreed
  const pass = (await verifyPass(person(0).me.pass, terms.seals))?.hash
  if (!pass) throw new Error('The pass is of this call')
  const { call, room } = terms
  said = { call, room, group: GROUP, leaf: leafKey.publicKey, pass, at: CALL_TIME_MS }
})

function person(place: number): Agreed['people'][number] {
  const found = agreed.people[place]
  if (!found) throw new Error('It is somebody of the call')
  return found
}

/** What everybody in the group makes of a leaf with that statement, signed by the first one's device or another's, under that pass. */
async function verified(statement: LeafStatement, by = person(0), { pass } = person(0).me) {
  const jws = await signLeafStatement(by.me.deviceKey, statement)
  const identity = identityOf(pass, jws)
  const leaf = { identity, leafKey: leafKey.publicKey }
  return verifyCredential(leaf, { terms: agreed.terms, group: GROUP })
}

test('a leaf is whose pass it carries, where their device signed it for that group', async () => {
  const { seat } = person(0)

  expect(await verified(said)).toMatchObject({ seat, leafKey: leafKey.publicKey })
})

test.each([
  ['another group', (): LeafStatement => ({ ...said, group: 'a-look-alike' })],
  ['another room', (): LeafStatement => ({ ...said, room: caucusOf(person(0).side) })],
])('a leaf that was signed for %s is of no use in this one', async (_where, statement) => {
  expect(said.room).toBe(PLENARY)

  expect(await verified(statement())).toBe('wrong-context')
})

test('nor is one that was signed for another call', async () => {
  const { terms } = await agreeCall({ seatsEach: 1 })

  expect(await verified({ ...said, call: terms.call })).toBe('wrong-context')
})

test('a pass for another call is of no use in this one, though the seal is the same', async () => {
  const { call } = (await agreeCall({ seatsEach: 1 })).terms
  const elsewhere = await passAnew(agreed, person(0), { call })
  const pass = (await verifyPass(elsewhere.me.pass, agreed.terms.seals))?.hash
  if (!pass) throw new Error('The seal is pinned')

  expect(await verified({ ...said, pass }, elsewhere, elsewhere.me)).toBe('wrong-context')
})

test('nobody signs for the leaf of another, and no statement serves a second leaf', async () => {
  const other = await generateLeafKey()

  expect(await verified(said, person(1))).toBe('leaf-not-signed')
  expect(await verified({ ...said, leaf: other.publicKey })).toBe('leaf-not-signed')
})

test('a statement under one pass serves no other of the same device', async () => {
  const { terms } = agreed
  const anew = await passAnew(agreed, person(0), { version: 2 })
  const other = await verifyPass(anew.me.pass, terms.seals)
  if (!other) throw new Error('The pass is of this call')

  expect(await verified({ ...said, pass: other.hash })).toBe('leaf-not-signed')
})
