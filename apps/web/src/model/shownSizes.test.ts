import { LeafIndex, TrackNumber } from '@parley/protocol'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { ShownSizes } from './shownSizes.ts'

const of = (leaf: number) => ({
  type: 'picture-shown' as const,
  leaf: v.parse(LeafIndex, leaf),
  number: v.parse(TrackNumber, 1),
})
const [large, small] = [
  { width: 1600, height: 900 },
  { width: 320, height: 180 },
]

test('a picture that two windows show is wanted as large as the larger of them', () => {
  const sizes = new ShownSizes()

  expect(sizes.largest({ ...of(1), by: 'room', size: large })).toEqual(large)
  expect(sizes.largest({ ...of(1), by: 'second', size: small })).toEqual(large)
  expect(sizes.largest({ ...of(2), by: 'second', size: small })).toEqual(small)
})

test('a window that goes takes only its own with it, and the last leaves nothing', () => {
  const sizes = new ShownSizes()
  sizes.largest({ ...of(1), by: 'room', size: large })
  sizes.largest({ ...of(1), by: 'second', size: small })

  expect(sizes.largest({ ...of(1), by: 'room', size: undefined })).toEqual(small)
  expect(sizes.largest({ ...of(1), by: 'second', size: undefined })).toBeUndefined()
})
