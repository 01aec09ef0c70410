import type { Bytes } from '@parley/protocol'
import { expect, test } from 'vitest'
import { readoutKind } from '../documents/kinds.ts'
import { makeSide, publicationFile, signedBy, someCall } from './testing/sides.ts'
import { signedClip } from './testing/signedClip.ts'
import { aReadout } from './testing/texts.ts'
import { verifyFiles } from './verifyFiles.ts'

const sides = [await makeSide('Kenya'), await makeSide('Switzerland')] as const

test('each byte of an account that is another one is found and named (R117)', async () => {
  const call = someCall()
  const [kenya] = sides
  const first = await signedBy([kenya], aReadout({ call, sides }))
  const after = { call, sides, version: 2, previous: first.hash }
  const second = await signedBy([kenya], aReadout(after, 'They spoke of rain.'))
  const item = readoutKind(kenya.party.side)
  const file = publicationFile(item, [first.signatures, second.signatures])

  const { proven, named } = await withFlips(file, (flipped) => [flipped])

  expect(proven).toEqual([])
  expect(named).toEqual(['bad-signature', 'not-json', 'other-item', 'unknown-file', 'wrong-field'])
})

test('each byte of a clip and its manifests that is another one is found and named (R117)', async () => {
  const { signed, statement } = await signedClip(sides)

  const beside = await withFlips(signed, (flipped) => [flipped, statement])

  expect(beside.proven).toEqual([])
  expect(beside.named).toEqual([
    'altered-manifest',
    'other-file',
    'unknown-file',
    'unreadable-media',
  ])
})

test('without a statement beside it, as many bytes are found (R117)', async () => {
  const { signed } = await signedClip(sides)

  const inside = await withFlips(signed, (flipped) => [flipped], { every: 7 })

  expect(inside.proven).toEqual([])
})

/** What is said of a file with each of its bytes another one, in turn; and which bytes make no difference. */
async function withFlips(
  file: Bytes,
  beside: (flipped: Bytes) => readonly Bytes[],
  { every = 1 } = {},
): Promise<{ proven: readonly number[]; named: readonly string[] }> {
  const proven: number[] = []
  const named = new Set<string>()
  for (let at = 0; at < file.length; at += every) {
    const flipped = file.with(at, (file[at] ?? 0) ^ (1 << (at % 8)))
    // oxlint-disable-next-line no-await-in-loop -- thousands at once would wait for each other
    const [verdict] = await verifyFiles(beside(new Uint8Array(flipped)))
    if (verdict?.is === 'not-proven') named.add(verdict.because)
    else proven.push(at)
  }
  return { proven, named: [...named].toSorted() }
}
