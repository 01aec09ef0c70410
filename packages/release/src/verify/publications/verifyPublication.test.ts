import { utf8 } from '@parley/seal'
import { beforeAll, expect, test } from 'vitest'
import { clipKind, readoutKind } from '../../documents/kinds.ts'
import { withCodes } from '../expectedCode.ts'
import { verifyFiles } from '../verifyFiles.ts'
import {
  makeSide,
  publicationFile,
  signedBy,
  someCall,
  someHash,
  type TestSide,
} from '../testing/sides.ts'
import { aClip, anAnnouncement, aReadout } from '../testing/texts.ts'
import { verifyPublication } from './verifyPublication.ts'

const call = someCall()
let kenya: TestSide
let bern: TestSide
let sides: readonly TestSide[]

const FILES = [{ type: 'video/mp4' as const, bytes: 1000, hash: someHash() }]

beforeAll(async () => {
  kenya = await makeSide('Kenya')
  bern = await makeSide('Switzerland')
  sides = [kenya, bern]
})

const verifyClip = (versions: readonly (readonly string[])[]) =>
  verifyPublication(publicationFile(clipKind(1), versions))

test('what every side signed is proven, with the codes of the seals and what is not shown by that (R115)', async () => {
  const { signatures, hash } = await signedBy(sides, aClip({ call, sides }, FILES))

  const verdict = await verifyClip([signatures])

  expect(verdict).toMatchObject({
    is: 'proven',
    item: 'clip/1',
    call,
    signers: [{ name: 'Kenya', seal: kenya.seal.publicKey }, { name: 'Switzerland' }],
    versions: [{ is: 'clip', version: 1, hash, payload: { title: 'Dry years' } }],
    unproven: ['whose-seal', 'truth', 'times', 'left-out', 'files'],
  })
})

test('a server that publishes with one signature missing is told, with the side (R116)', async () => {
  const { signatures } = await signedBy([kenya], aClip({ call, sides }, FILES))

  expect(await verifyClip([signatures])).toEqual({
    is: 'not-proven',
    because: 'missing-signature',
    where: { item: 'clip/1', version: 1, side: 'Switzerland' },
  })
})

test('a signature of somebody else counts for no side', async () => {
  const stranger = await makeSide('Switzerland')
  const { signatures } = await signedBy([kenya, stranger], aClip({ call, sides }, FILES))

  expect(await verifyClip([signatures])).toMatchObject({
    because: 'bad-signature',
    where: { version: 1, place: 2, side: 'Switzerland' },
  })
})

test('one side’s signature under another text, and one side twice, are told', async () => {
  const clip = aClip({ call, sides }, FILES)
  const { signatures } = await signedBy(sides, clip)
  const other = await signedBy([bern], aClip({ call, sides }, [{ ...FILES[0]!, bytes: 999 }]))

  expect(await verifyClip([[signatures[0]!, ...other.signatures]])).toMatchObject({
    because: 'two-wordings',
    where: { side: 'Switzerland' },
  })
  expect(await verifyClip([[...signatures, signatures[0]!]])).toMatchObject({
    because: 'second-signature',
    where: { side: 'Kenya' },
  })
})

test('a correction follows the version that it corrects, and none is left out (R115)', async () => {
  const first = await signedBy([kenya], aReadout({ call, sides }))
  const second = await signedBy(
    [kenya],
    aReadout({ call, sides, version: 2, previous: first.hash }, 'They spoke of rain.'),
  )
  const item = readoutKind(kenya.party.side)
  const verify = (...versions: (readonly string[])[]) =>
    verifyPublication(publicationFile(item, versions))

  expect(await verify(first.signatures, second.signatures)).toMatchObject({
    is: 'proven',
    versions: [{ version: 1 }, { version: 2 }],
    unproven: ['whose-seal', 'truth', 'times', 'left-out', 'translations'],
  })
  expect(await verify(second.signatures)).toMatchObject({
    because: 'broken-chain',
    where: { version: 2 },
  })
  expect(await verify(second.signatures, first.signatures)).toMatchObject({
    because: 'broken-chain',
  })
  expect(await verify(first.signatures, first.signatures)).toMatchObject({
    because: 'broken-chain',
    where: { version: 1 },
  })
})

test('a version of another seal, or of another call, is told, however well it follows', async () => {
  const first = await signedBy([kenya], aReadout({ call, sides: [kenya] }))
  const seal = await makeSide('Kenya')
  const posing = { ...seal, party: { ...kenya.party, seal: seal.seal.publicKey } }
  const after = { version: 2, previous: first.hash }
  const [other, elsewhere] = await Promise.all([
    signedBy([posing], aReadout({ call, sides: [posing], ...after })),
    signedBy([kenya], aReadout({ call: someCall(), sides: [kenya], ...after })),
  ])
  const item = readoutKind(kenya.party.side)
  const verify = (second: readonly string[]) =>
    verifyPublication(publicationFile(item, [first.signatures, second]))

  expect(await verify(other.signatures)).toMatchObject({ because: 'other-seals' })
  expect(await verify(elsewhere.signatures)).toMatchObject({ because: 'other-call' })
})

test('a file that calls itself another item is told', async () => {
  const { signatures } = await signedBy(sides, aClip({ call, sides }, FILES))

  expect(await verifyPublication(publicationFile(clipKind(2), [signatures]))).toMatchObject({
    because: 'other-item',
    where: { item: 'clip/2' },
  })
})

test('who expects a seal says its code, and is told where none of that code signed', async () => {
  const { signatures } = await signedBy(sides, anAnnouncement({ call, sides }))
  const [verdict] = await verifyFiles([publicationFile('announcement', [signatures])])
  if (verdict?.is !== 'proven') throw new Error('It is not proven')
  const code = verdict.signers[0]!.digits.join('')

  expect(withCodes(verdict, [code])).toBe(verdict)
  expect(withCodes(verdict, [code, '0'.repeat(30)])).toMatchObject({ because: 'other-code' })
})

test.each([
  ['not-json', 'nothing of the kind'],
  ['not-json', '{"parley":1'],
  ['wrong-field', '{"parley":2,"item":"clip/1","versions":[["a.b.c"]]}'],
  ['wrong-field', '{"parley":1,"item":"plan","versions":[["a.b.c"]]}'],
  ['wrong-field', '{"parley":1,"item":"clip-file/1","versions":[["a.b.c"]]}'],
  ['wrong-field', '{"parley":1,"item":"clip/1","versions":[]}'],
  ['names-no-sides', '{"parley":1,"item":"joint/1","versions":[["a.b.c"]]}'],
  ['unknown-field', '{"parley":1,"item":"clip/1","versions":[["a.b.c"]],"also":1}'],
  ['written-otherwise', '{"parley":1, "item":"clip/1","versions":[["a.b.c"]]}'],
  ['written-otherwise', '{"parley":1,"item":"clip/2","item":"clip/1","versions":[["a.b.c"]]}'],
  ['bad-signature', '{"parley":1,"item":"clip/1","versions":[["a.b.c"]]}'],
])('%s is said of %s', async (because, text) => {
  expect(await verifyPublication(utf8(text))).toMatchObject({ is: 'not-proven', because })
})

test('a line feed at the end of a file is no difference', async () => {
  const { signatures } = await signedBy(sides, anAnnouncement({ call, sides }))
  const file = publicationFile('announcement', [signatures])

  expect(await verifyPublication(new Uint8Array([...file, 10]))).toMatchObject({ is: 'proven' })
})
