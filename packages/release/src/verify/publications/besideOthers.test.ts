import { expect, test } from 'vitest'
import { readoutKind } from '../../documents/kinds.ts'
import { makeSide, publicationFile, signedBy, someCall, type TestSide } from '../testing/sides.ts'
import { aReadout } from '../testing/texts.ts'
import { verifyFiles } from '../verifyFiles.ts'

const call = someCall()

/** A side’s account, and a correction of it, as publication files. */
async function twoVersions(side: TestSide, texts: readonly [string, string]) {
  const item = readoutKind(side.party.side)
  const first = await signedBy([side], aReadout({ call, sides: [side] }, texts[0]))
  const later = { call, sides: [side], version: 2, previous: first.hash }
  const second = await signedBy([side], aReadout(later, texts[1]))
  const older = publicationFile(item, [first.signatures])
  return { older, whole: publicationFile(item, [first.signatures, second.signatures]) }
}

test('a statement is told to be older where a later version came with it, and the later one is not (R115)', async () => {
  const { older, whole } = await twoVersions(await makeSide('Kenya'), ['Water.', 'Rain.'])

  const [old, now] = await verifyFiles([older, whole])

  expect(old).toMatchObject({ is: 'proven', unproven: expect.arrayContaining(['newer-beside']) })
  expect(now).toMatchObject({
    is: 'proven',
    unproven: expect.not.arrayContaining(['newer-beside']),
  })
})

test('two texts that one side signed as the same version are told, of both (R115)', async () => {
  const kenya = await makeSide('Kenya')
  const [one, other] = [
    await twoVersions(kenya, ['Water.', 'Rain.']),
    await twoVersions(kenya, ['Water.', 'Snow.']),
  ]

  for (const verdict of await verifyFiles([one.whole, other.whole]))
    expect(verdict).toMatchObject({ because: 'two-wordings', where: { version: 2 } })
})

test('what another seal signed in the name of that side makes none of it older, nor another (R115)', async () => {
  const kenya = await makeSide('Kenya')
  const { seal, party } = await makeSide('Kenya')
  const posing = { seal, party: { ...kenya.party, seal: party.seal } }
  const [{ older }, { whole }] = [
    await twoVersions(kenya, ['Water.', 'Rain.']),
    await twoVersions(posing, ['War.', 'War.']),
  ]

  const [verdict] = await verifyFiles([older, whole])

  expect(verdict).toMatchObject({
    is: 'proven',
    unproven: expect.not.arrayContaining(['newer-beside']),
  })
})
