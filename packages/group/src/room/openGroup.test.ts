import { agreeCall } from '@parley/testkit/agreedCall'
import { RoomLog } from '@parley/testkit/roomLog'
import { encodeRatchetTree } from 'ts-mls/ratchetTree.js'
import { beforeAll, expect, test } from 'vitest'
import type { Founding } from '../envelope/envelope.ts'
import { own } from '../mls/bytes.ts'
import { decodeTree } from '../mls/decode.ts'
import type { RoomTerms } from '../mls/terms.ts'
import { openGroup } from './openGroup.ts'

let terms: RoomTerms
let founding: Founding

beforeAll(async () => {
  const call = await agreeCall({ seatsEach: 1 })
  const [founder] = call.people
  const log = new RoomLog(call.terms)
  if (founder) await log.found(founder)
  const [first] = log.entries
  if (first?.kind !== 'founding') throw new Error('It was founded')
  ;({ terms } = call)
  founding = first
})

test('a GroupInfo that no leaf of its tree signed is not joined', async () => {
  const groupInfo = founding.groupInfo.slice()
  const last = groupInfo.length - 1
  groupInfo[last] = (groupInfo[last] ?? 0) ^ 1

  expect(await openGroup(founding, terms)).toMatchObject({ leaves: expect.any(Map) })
  expect(await openGroup({ ...founding, groupInfo }, terms)).toBe('bad-signature')
})

test('a tree that is not the one its GroupInfo signs for is not joined', async () => {
  const tree = decodeTree(founding.tree)
  const [node] = tree ?? []
  if (!tree || node?.nodeType !== 'leaf') throw new Error('Its founder sits in it')
  node.leaf.hpkePublicKey[0] = (node.leaf.hpkePublicKey[0] ?? 0) ^ 1

  expect(await openGroup({ ...founding, tree: own(encodeRatchetTree(tree)) }, terms)).toBe(
    'bad-path',
  )
})
