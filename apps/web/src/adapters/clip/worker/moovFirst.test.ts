import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallMp4 } from '../testing/smallMp4.ts'
import { moovFirst } from './moovFirst.ts'

function moved(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const to = new Uint8Array(bytes.length)
  moovFirst(
    { size: bytes.length, read: (at, length) => bytes.slice(at, at + length) },
    { write: (part, at) => to.set(part, at) },
  )
  return to
}

function lengthMoved(bytes: Uint8Array<ArrayBuffer>): number | 'refused' {
  try {
    return moved(bytes).length
  } catch {
    return 'refused'
  }
}

const names = (bytes: Uint8Array<ArrayBuffer>) => {
  const view = new DataView(bytes.buffer)
  const found: string[] = []
  for (let at = 0; at < bytes.length;) {
    found.push(new TextDecoder().decode(bytes.subarray(at + 4, at + 8)))
    const size = view.getUint32(at)
    at += size === 1 ? Number(view.getBigUint64(at + 8)) : size
  }
  return found
}

/** Where the chunks begin, by the table of the only track. */
function chunks(bytes: Uint8Array<ArrayBuffer>): number[] {
  const view = new DataView(bytes.buffer)
  const at = new TextDecoder('latin1').decode(bytes).indexOf('stco')
  return Array.from({ length: view.getUint32(at + 8) }, (_, n) => view.getUint32(at + 12 + n * 4))
}

test('what is told to a player comes first, without a gap, and still names where pictures and sound are', async () => {
  const before = await smallMp4(false)
  const after = moved(before)

  expect(names(before)).toEqual(['ftyp', 'mdat', 'moov'])
  expect(names(after)).toEqual(['ftyp', 'moov', 'mdat'])
  expect(after.length).toBe(before.length)
  expect(chunks(after).length).toBeGreaterThan(0)
  expect(chunks(after).map((at) => after[at])).toEqual(chunks(before).map((at) => before[at]))
})

test('a file that is not as it is expected is refused, and not followed out of its bounds', async () => {
  const before = await smallMp4(false)
  fc.assert(
    fc.property(fc.nat(before.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const altered = before.slice()
      altered[at] = (altered[at] ?? 0) ^ by
      expect([before.length, 'refused']).toContain(lengthMoved(altered))
    }),
    { numRuns: 300 },
  )
  expect(() => moved(moved(before))).toThrow('Another MP4')
})
