import { LeafIndex } from '@parley/protocol'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { ageLeaves, sinceOf } from './leafAges.ts'

const [first, second] = [0, 1].map((index) => v.parse(LeafIndex, index)) as [LeafIndex, LeafIndex]

test('an index is as old as its identity, and young again in other hands', () => {
  const start = ageLeaves(new Map(), 4, [
    { leaf: first, identity: 'ada' },
    { leaf: second, identity: 'ben' },
  ])

  const next = ageLeaves(start, 5, [
    { leaf: first, identity: 'ada' },
    { leaf: second, identity: 'cleo' },
  ])

  expect(sinceOf(next)).toEqual([
    { leaf: first, since: 4 },
    { leaf: second, since: 5 },
  ])
})

test('a leaf that was away for an epoch begins anew', () => {
  const start = ageLeaves(new Map(), 4, [{ leaf: first, identity: 'ada' }])
  const without = ageLeaves(start, 5, [])

  const back = ageLeaves(without, 6, [{ leaf: first, identity: 'ada' }])

  expect(sinceOf(back)).toEqual([{ leaf: first, since: 6 }])
})
