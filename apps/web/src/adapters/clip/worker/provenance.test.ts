import { hasManifestsOf, manifestOf, stripManifests } from '@parley/release'
import { hashOf, makeSeal, signJws } from '@parley/seal'
import { expect, test } from 'vitest'
import { makeClipSigner } from '../certificate.ts'
import { c2paInNode } from '../testing/blobsInNode.ts'
import { smallMp4 } from '../testing/smallMp4.ts'
import { readStore, signFile } from './provenance.ts'

const blobOf = c2paInNode()
const plain = await smallMp4(true)
const document = { title: 'Dry years' }
const sides = await Promise.all(
  ['Switzerland', 'Kenya', 'Chile'].map(async (name) => {
    const seal = await makeSeal()
    const signer = await makeClipSigner(seal, { sideName: name, nowMs: Date.now() })
    const jws = await signJws(seal.signingKey, 'parley-document', document)
    return { name, seal: seal.publicKey, signer, jws }
  }),
)
const clip = await hashOf(sides[0]?.jws ?? '')

/** The file with the manifests of so many sides, one after another. */
async function signedBy(count: number): Promise<Uint8Array<ArrayBuffer>> {
  let file = plain
  for (const [place, { signer, jws }] of sides.slice(0, count).entries()) {
    const manifest = manifestOf({
      title: 'Dry years',
      clip,
      jws,
      isFirst: place === 0,
      isComposite: true,
    })
    // oxlint-disable-next-line no-await-in-loop -- each on top of the one before
    file = await signFile({ file: blobOf(file), manifest, signer })
  }
  return file
}

const seals = (count: number) => sides.slice(0, count).map(({ seal }) => seal)

test('however many sides add a manifest, without them the file is what it was, byte for byte (R99)', async () => {
  for (const count of [0, 1, 2, 3]) {
    // oxlint-disable-next-line no-await-in-loop -- one file after the other
    const file = await signedBy(count)
    expect(stripManifests(file)).toEqual(plain)
    // oxlint-disable-next-line no-await-in-loop -- likewise
    expect(await hasManifestsOf(file, { seals: seals(count), clip })).toBe(true)
  }
})

test('the manifests are a chain that names each side, and the reader of C2PA finds nothing wrong with it (R98)', async () => {
  const store = JSON.parse(await readStore(blobOf(await signedBy(2)))) as Store

  const last = store.manifests[store.active_manifest]
  const before = store.manifests[last?.ingredients?.[0]?.active_manifest ?? '']
  expect([before, last].map((one) => one?.signature_info.issuer)).toEqual(['Switzerland', 'Kenya'])
  expect(last?.assertions.find(({ label }) => label === 'org.parley.clip')?.data).toEqual({
    clip,
    jws: sides[1]?.jws,
  })
  expect(store.validation_state).toBe('Valid')
})

test('manifests of another clip, of other sides or in another order are not those of a clip (R97)', async () => {
  const file = await signedBy(2)
  const [first, second, third] = seals(3)
  if (!first || !second || !third) throw new Error('There are three')
  const another = await hashOf(await signJws((await makeSeal()).signingKey, 'parley-document', {}))

  for (const wrong of [
    { seals: [first], clip },
    { seals: [second, first], clip },
    { seals: [first, third], clip },
    { seals: [first, second, third], clip },
    { seals: [first, second], clip: another },
  ])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await hasManifestsOf(file, wrong)).toBe(false)
  const flipped = file.slice()
  flipped[200] = (flipped[200] ?? 0) ^ 1
  expect(await hasManifestsOf(flipped, { seals: [first, second], clip })).toBe(false)
})

type Store = {
  active_manifest: string
  validation_state: string
  manifests: Record<
    string,
    {
      signature_info: { issuer: string }
      assertions: { label: string; data: unknown }[]
      ingredients?: { active_manifest?: string }[]
    }
  >
}
