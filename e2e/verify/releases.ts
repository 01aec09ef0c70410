import type { Bytes } from '@parley/protocol'
import { fingerprintOf } from '@parley/seal'
import { clipKind, readoutKind } from '@parley/release'
import {
  makeSide,
  publicationFile,
  signedBy,
  someCall,
} from '../../packages/release/src/verify/testing/sides.ts'
import { signedClip } from '../../packages/release/src/verify/testing/signedClip.ts'
import { aReadout } from '../../packages/release/src/verify/testing/texts.ts'

/** Files as a call releases them, and the codes of the seals that signed them. */
export type Releases = {
  /** A clip’s statement, its media, and an account with a correction. */
  readonly files: readonly { readonly name: string; readonly bytes: Bytes }[]
  readonly withOneMissing: Bytes
  readonly seals: readonly { readonly name: string; readonly digits: readonly string[] }[]
}

/** Makes them, with seals of their own. */
export async function makeReleases(): Promise<Releases> {
  const [kenya, bern] = [await makeSide('Kenya'), await makeSide('Switzerland')]
  const sides = [kenya, bern]
  const { signed, statement, signatures } = await signedClip(sides)
  const call = someCall()
  const first = await signedBy([kenya], aReadout({ call, sides }))
  const after = { call, sides, version: 2, previous: first.hash }
  const second = await signedBy([kenya], aReadout(after, 'They spoke of water, and of rain.'))
  const readout = publicationFile(readoutKind(kenya.party.side), [
    first.signatures,
    second.signatures,
  ])
  const seals = await Promise.all(
    sides.map(async ({ party }) => ({
      name: party.name,
      digits: (await fingerprintOf(party.seal)).digits,
    })),
  )
  return {
    files: [
      { name: 'clip-1.json', bytes: statement },
      { name: 'clip-1.mp4', bytes: signed },
      { name: 'readout.json', bytes: readout },
    ],
    withOneMissing: publicationFile(clipKind(1), [signatures.slice(0, 1)]),
    seals,
  }
}
