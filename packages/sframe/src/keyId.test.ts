import { expect, test } from 'vitest'
import { decodeKeyId, encodeKeyId } from './keyId.ts'
import { leafOf, trackOf } from './testing/side.ts'

test('a key id names track, leaf and epoch, each to its last value', () => {
  const kid = encodeKeyId({ track: trackOf(4095), leaf: leafOf(1023) }, 511)

  expect(decodeKeyId(BigInt(kid))).toEqual({ track: 4095, leaf: 1023, epochByte: 255 })
  expect(kid).toBe(2 ** 30 - 1)
})

test('a key id of more than thirty bits names nothing', () => {
  expect(decodeKeyId(2n ** 30n)).toBeUndefined()
})
