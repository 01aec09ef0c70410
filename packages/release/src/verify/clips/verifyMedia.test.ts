import { sha256Text, utf8 } from '@parley/seal'
import { beforeAll, expect, test } from 'vitest'
import { clipKind } from '../../documents/kinds.ts'
import { verifyFiles } from '../verifyFiles.ts'
import { clipKeyOf } from '../testing/clipKeys.ts'
import { signedFile } from '../testing/manifests.ts'
import { makeSide, publicationFile, signedBy, someHash, type TestSide } from '../testing/sides.ts'
import { signedClip } from '../testing/signedClip.ts'
import { aClip } from '../testing/texts.ts'

let sides: readonly [TestSide, TestSide]
let made: Awaited<ReturnType<typeof signedClip>>

beforeAll(async () => {
  sides = [await makeSide('Kenya'), await makeSide('Switzerland')]
  made = await signedClip(sides)
})

test('a file is proven with its statement beside it, with its manifests, and with both (R115)', async () => {
  const { signed, plain, statement } = made
  const proven = {
    is: 'proven',
    of: 'media',
    signers: [{ name: 'Kenya' }, { name: 'Switzerland' }],
  }

  expect(await verifyFiles([signed])).toMatchObject([
    { ...proven, by: 'statement-inside', manifests: 'of-every-side' },
  ])
  expect(await verifyFiles([statement, signed])).toMatchObject([
    { is: 'proven', of: 'publication' },
    { ...proven, by: 'statement-beside', manifests: 'of-every-side' },
  ])
  expect(await verifyFiles([plain, statement])).toMatchObject([
    { ...proven, by: 'statement-beside', manifests: 'none' },
    { is: 'proven' },
  ])
})

test('a file without a statement, beside another one, and that is none of a release, is told', async () => {
  const { plain, statement } = made
  const other = new Uint8Array(plain)
  other[other.length - 1] = 8

  expect(await verifyFiles([plain])).toMatchObject([{ because: 'no-statement' }])
  expect(await verifyFiles([other, statement])).toMatchObject([{ because: 'other-file' }, {}])
  expect(await verifyFiles([utf8('%PDF-1.7')])).toMatchObject([{ because: 'unknown-file' }])
  expect(await verifyFiles([plain.subarray(0, -1)])).toMatchObject([
    { because: 'unreadable-media' },
  ])
})

test('captions are proven by a statement beside them, as they have no manifest', async () => {
  const captions = utf8('WEBVTT\n\n00:00.000 --> 00:01.000\nWater.\n')
  const file = {
    type: 'text/vtt' as const,
    bytes: captions.length,
    hash: await sha256Text(captions),
  }
  const { signatures } = await signedBy(
    sides,
    aClip({ call: made.clip.payload.call, sides }, [file]),
  )

  expect(await verifyFiles([captions, publicationFile(clipKind(1), [signatures])])).toMatchObject([
    { is: 'proven', manifests: 'none', file },
    { is: 'proven' },
  ])
})

test('a file with one side’s manifest alone is told, with the side that is missing (R116)', async () => {
  const signed = await signedFile(made.signings.slice(0, 1), made.putIn)

  expect(await verifyFiles([signed])).toMatchObject([
    { because: 'missing-signature', where: { side: 'Switzerland' } },
  ])
  expect(await verifyFiles([signed, made.statement])).toMatchObject([
    { because: 'missing-manifest', where: { side: 'Switzerland' } },
    { is: 'proven' },
  ])
})

test('a manifest by a key for which no seal of the clip vouches is told', async () => {
  const { seal } = await makeSide('Switzerland')
  const [first, second] = made.signings
  const strange = { ...second!, by: await clipKeyOf(seal) }
  const signed = await signedFile([first!, strange], made.putIn)

  expect(await verifyFiles([signed])).toMatchObject([
    { because: 'unknown-certificate', where: { place: 2 } },
  ])
})

test('a manifest that says it is of another clip, or has another’s signature, is told', async () => {
  const [first, second] = made.signings
  const elsewhere = { ...second!, clip: { ...second!.clip, clip: someHash() } }
  const swapped = { ...second!, clip: first!.clip }

  const signed = await Promise.all([
    signedFile([first!, elsewhere], made.putIn),
    signedFile([first!, swapped], made.putIn),
  ])

  expect(await verifyFiles([...signed, made.statement])).toMatchObject([
    { because: 'other-clip', where: { place: 2, side: 'Switzerland' } },
    { because: 'bad-signature', where: { place: 2, side: 'Switzerland' } },
    { is: 'proven' },
  ])
})

test('manifests in other media are told, whatever they say themselves', async () => {
  const other = await signedClip(sides, {
    framesFirst: true,
    between: 0,
    frames: utf8('other'),
    tracks: [],
  })
  const signed = await signedFile(made.signings, other.putIn)

  expect(await verifyFiles([signed])).toMatchObject([
    { because: 'other-file', where: { item: 'clip/1' } },
  ])
  expect(await verifyFiles([signed, other.statement])).toMatchObject([
    { because: 'other-clip' },
    { is: 'proven' },
  ])
})

test('a file of a version that was replaced is proven, and said to be replaced', async () => {
  const { clip, signatures, plain } = made
  const before = await signedBy(sides, clip)
  const { call } = clip.payload
  const after = await signedBy(
    sides,
    aClip({ call, sides, version: 2, previous: before.hash }, [
      { type: 'video/mp4', bytes: 5, hash: someHash() },
    ]),
  )
  const statement = publicationFile(clipKind(1), [signatures, after.signatures])

  expect(await verifyFiles([plain, statement])).toMatchObject([
    { is: 'proven', unproven: expect.arrayContaining(['replaced']) },
    { is: 'proven', versions: [{ version: 1 }, { version: 2 }] },
  ])
})
