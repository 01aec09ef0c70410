import type { Bytes } from '@parley/protocol'
import { signJws, utf8 } from '@parley/seal'
import { readChain } from '../../packages/release/src/verify/manifests/chain.ts'
import { readCertificate } from '../../packages/release/src/verify/manifests/certificate.ts'
import { manifestsOf } from '../../packages/release/src/verify/media/stripManifests.ts'
import { clipKeyOf } from '../../packages/release/src/verify/testing/clipKeys.ts'
import { superBox } from '../../packages/release/src/verify/testing/jumbf.ts'
import { jpegFile } from '../../packages/release/src/verify/testing/jpeg.ts'
import { mp4File, type Layout } from '../../packages/release/src/verify/testing/mp4.ts'
import {
  publicationFile,
  signedBy,
  someHash,
  type TestSide,
} from '../../packages/release/src/verify/testing/sides.ts'
import { signedClip } from '../../packages/release/src/verify/testing/signedClip.ts'
import { aClip, anAnnouncement, aReadout } from '../../packages/release/src/verify/testing/texts.ts'
import { verifyPublication } from '../../packages/release/src/verify/publications/verifyPublication.ts'
import type { Target } from '../target.ts'
import { call, fixedSeal, json, side } from './given.ts'

const LAYOUT: Layout = {
  framesFirst: false,
  between: 4,
  frames: utf8('frames'),
  tracks: [
    { wide: false, chunks: [0, 3] },
    { wide: true, chunks: [1] },
  ],
}

/** A publication file as somebody may publish it. */
export async function publication(): Promise<Target> {
  const kenya = await fixedSide()
  const texts = [anAnnouncement(of(kenya)), aReadout(of(kenya))]
  const items = ['announcement', `readout/${side}`]
  const files = await Promise.all(
    texts.map(async (text, at) => {
      const { signatures } = await signedBy([kenya], text)
      return publicationFile(items[at] ?? '', [signatures])
    }),
  )
  return { seeds: files, read: async (input) => (await verifyPublication(input)).is === 'proven' }
}

/** What a side may have signed, whatever it says. */
export async function released(): Promise<Target> {
  const kenya = await fixedSide()
  const files = [{ type: 'text/vtt' as const, bytes: 7, hash: someHash() }]
  const texts = [anAnnouncement(of(kenya)), aReadout(of(kenya)), aClip(of(kenya), files)]
  return {
    seeds: texts.map(({ payload }) => json(payload)),
    async read(input) {
      const said = input.length === 0 ? utf8('{}') : input
      const jws = await signJws(kenya.seal.signingKey, 'parley-document', said)
      const items = ['announcement', `readout/${side}`, 'clip/1']
      const verdicts = await Promise.all(
        items.map((item) => verifyPublication(publicationFile(item, [[jws]]))),
      )
      return verdicts.some(({ is }) => is === 'proven')
    },
  }
}

/** A file of media, out of which its manifests are taken. */
export function mediaFile(): Target {
  const store = superBox('c2pa', 'c2pa', [])
  return {
    seeds: [
      mp4File(LAYOUT),
      mp4File(LAYOUT, store),
      jpegFile([[0xe0, utf8('JFIF')]]),
      jpegFile([[0xe0, utf8('JFIF')]], { at: 1, store }),
    ],
    read(input) {
      const read = manifestsOf(input)
      const taken = read?.stretches.reduce((sum, { start, end }) => sum + end - start, 0) ?? 0
      if (read && read.plain.length + taken !== input.length)
        throw new Error('It takes out what is no manifest')
      return read !== undefined
    },
  }
}

/** The manifests of a file. */
export async function manifestStore(): Promise<Target> {
  const { signed } = await signedClip([await fixedSide()], LAYOUT)
  const store = manifestsOf(signed)?.store
  if (!store) throw new Error('The clip has no manifests')
  return {
    seeds: [store],
    read: async (input) => (await readChain(input)).alteredAt === undefined,
  }
}

/** The certificate of a clip key. */
export async function certificate(): Promise<Target> {
  const keys = [await clipKeyOf(await fixedSeal()), await clipKeyOf(await fixedSeal(), 'Ed25519')]
  return {
    seeds: keys.map((key): Bytes => key.certificate),
    read: (input) => readCertificate(input) !== undefined,
  }
}

async function fixedSide(): Promise<TestSide> {
  const seal = await fixedSeal()
  return { party: { side, name: 'Kenya', flag: 'KE', seal: seal.publicKey }, seal }
}

function of(kenya: TestSide) {
  return { call: call, sides: [kenya] }
}
