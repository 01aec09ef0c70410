import { LeafIndex } from '@parley/protocol'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { addedWayMs } from './addedWay.ts'

const [speaker, other] = [v.parse(LeafIndex, 1), v.parse(LeafIndex, 2)]
const buffersMs = new Map([[speaker, 40]])

test('an interpreter’s path adds its line there and back, its buffer, and coding once more', () => {
  expect(addedWayMs({ lineMs: 30, buffersMs }, speaker)).toBe(126.5)
})

test('nothing is claimed of a path of which a part is not known', () => {
  expect(addedWayMs({ lineMs: undefined, buffersMs }, speaker)).toBeUndefined()
  expect(addedWayMs({ lineMs: 30, buffersMs }, other)).toBeUndefined()
  expect(addedWayMs({ lineMs: 30, buffersMs }, undefined)).toBeUndefined()
})
