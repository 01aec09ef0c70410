import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeHeader, encodeHeader } from './header.ts'

const number = fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), fc.bigInt(0n, 16n))

test('a key id and a counter are read as they were written, whatever follows', () => {
  fc.assert(
    fc.property(number, number, fc.uint8Array(), (kid, ctr, rest) => {
      const header = encodeHeader(kid, ctr)
      const read = decodeHeader(new Uint8Array([...header, ...rest]))
      expect(read).toEqual({ kid, ctr, length: header.length })
    }),
  )
})

test('whatever bytes come, a header is read only in its one spelling (RFC 9605 §4.3)', () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 24 })
  fc.assert(
    fc.property(bytes, (all) => {
      const read = decodeHeader(all)
      const spelled = read && encodeHeader(read.kid, read.ctr)
      expect(spelled).toEqual(read && all.slice(0, read.length))
    }),
    { numRuns: 5000 },
  )
})

test('a header that is cut off is none', () => {
  fc.assert(
    fc.property(number, number, fc.nat(), (kid, ctr, at) => {
      const header = encodeHeader(kid, ctr)
      expect(decodeHeader(header.slice(0, at % header.length))).toBeUndefined()
    }),
  )
})
