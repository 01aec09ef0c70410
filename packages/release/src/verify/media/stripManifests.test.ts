import type { Bytes } from '@parley/protocol'
import { concat, utf8 } from '@parley/seal'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { superBox } from '../testing/jumbf.ts'
import { c2paBox, mp4File, type Layout } from '../testing/mp4.ts'
import { jpegFile } from '../testing/jpeg.ts'
import { manifestsOf, stripManifests } from './stripManifests.ts'

const bytes = (maxLength: number): fc.Arbitrary<Bytes> =>
  fc.uint8Array({ maxLength }).map((array) => new Uint8Array(array))
const store = bytes(200_000).map((inside) => superBox('c2pa', 'c2pa', [inside]))
const layout: fc.Arbitrary<Layout> = fc.record({
  framesFirst: fc.boolean(),
  between: fc.nat(64),
  frames: bytes(300),
  tracks: fc.array(
    fc.record({ wide: fc.boolean(), chunks: fc.array(fc.nat(300), { maxLength: 20 }) }),
    { maxLength: 3 },
  ),
})
const segment = fc.tuple(fc.constantFrom(0xe0, 0xe1, 0xdb, 0xeb, 0xfe), bytes(80))

test('an MP4 file is what it was before a manifest was put in, each number of it too (R114)', () => {
  fc.assert(
    fc.property(layout, store, (file, manifests) => {
      const signed = mp4File(file, manifests)

      expect(stripManifests(signed)).toEqual(mp4File(file))
      expect(manifestsOf(signed)?.store).toEqual(manifests)
    }),
  )
})

test('a JPEG file is what it was before a manifest was put in, in however many pieces (R114)', () => {
  fc.assert(
    fc.property(
      fc.array(segment, { maxLength: 6 }),
      fc.nat(6),
      store,
      (segments, at, manifests) => {
        const plain = jpegFile(segments)
        const signed = jpegFile(segments, { at: Math.min(at, segments.length), store: manifests })

        expect(stripManifests(signed)).toEqual(plain)
        expect(manifestsOf(signed)?.store).toEqual(manifests)
      },
    ),
  )
})

test('a file without a manifest stays as it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        layout.map((file) => mp4File(file)),
        bytes(300),
      ),
      (file) => {
        expect(stripManifests(file)).toEqual(file)
      },
    ),
  )
})

test('of two stores in one file neither counts, and both are taken out', () => {
  const file: Layout = { framesFirst: true, between: 0, frames: utf8('frames'), tracks: [] }
  const signed = concat(mp4File(file, utf8('one')), c2paBox(utf8('two')))

  expect(manifestsOf(signed)).toMatchObject({ store: undefined, plain: mp4File(file) })
})

test('a box that is of another use is no manifest, and is taken out', () => {
  const file: Layout = { framesFirst: true, between: 0, frames: utf8('frames'), tracks: [] }
  const signed = concat(mp4File(file), c2paBox(utf8('hashes'), 'merkle'))

  expect(manifestsOf(signed)).toMatchObject({ store: undefined, plain: mp4File(file) })
})

test('an MP4 or JPEG file that is cut short cannot be read', () => {
  const mp4 = mp4File({ framesFirst: true, between: 0, frames: utf8('frames'), tracks: [] })
  const jpeg = jpegFile([[0xe0, utf8('JFIF')]])

  expect(manifestsOf(mp4.subarray(0, -1))).toBeUndefined()
  expect(manifestsOf(jpeg.subarray(0, 9))).toBeUndefined()
})
