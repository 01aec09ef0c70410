import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { foundIn, foundWithin, key, words } from './search.ts'

const SECRET = crypto.getRandomValues(new Uint8Array(32))
const TEXT = 'Vermilion Heron'
const sought = [...words('words', TEXT), ...key('key', SECRET)]
const secret = Buffer.from(SECRET)

test.each([
  ['the bytes of a key', 'key', secret],
  ['a key in hexadecimal digits', 'key', secret.toString('hex')],
  ['a key in base64', 'key', secret.toString('base64')],
  ['a key in base64url', 'key', secret.toString('base64url')],
  ['words', 'words', TEXT],
  ['words as a runtime keeps them', 'words', Buffer.from(TEXT, 'utf16le')],
])('%s are found as they stand, at the end and in the middle', (_, what, planted) => {
  const bytes = Buffer.from(planted)
  const pieces = [bytes, Buffer.concat([Buffer.from('before'), bytes])]

  for (const piece of pieces) expect(foundIn([piece], sought)).toEqual([what])
  expect(foundIn([bytes.subarray(1), bytes.subarray(0, -4)], sought)).toEqual([])
})

test('what is written in base64 in JSON, in base64url, and packed is found', () => {
  const inner = JSON.stringify({ said: TEXT, key: secret.toString('hex') })
  const middle = JSON.stringify({ sealed: Buffer.from(inner).toString('base64url') })
  const packed = gzipSync(Buffer.from(`a.${Buffer.from(middle).toString('base64')}.b`))

  const piece = Buffer.concat([Buffer.from('head'), packed])

  expect(foundIn([piece], sought)).toEqual([])
  expect(foundWithin([piece], sought)).toEqual(['key', 'words'])
})
