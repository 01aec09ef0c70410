import type { Bytes } from '@parley/protocol'
import { sha256Text } from '@parley/seal'
import { clipKind } from '../../documents/kinds.ts'
import { clipKeyOf } from './clipKeys.ts'
import { signedFile } from './manifests.ts'
import { mp4File, type Layout } from './mp4.ts'
import { publicationFile, signedBy, someCall, type TestSide } from './sides.ts'
import { aClip } from './texts.ts'

const LAYOUT: Layout = {
  framesFirst: false,
  between: 16,
  frames: new Uint8Array(200).fill(7),
  tracks: [
    { wide: false, chunks: [0, 60] },
    { wide: true, chunks: [30] },
  ],
}

/** A clip of one made-up MP4 file: as it was, with a manifest of each side, and the statement that goes beside it. */
export async function signedClip(sides: readonly TestSide[], layout = LAYOUT) {
  const plain = mp4File(layout)
  const file = { type: 'video/mp4' as const, bytes: plain.length, hash: await sha256Text(plain) }
  const clip = aClip({ call: someCall(), sides }, [file])
  const { signatures, hash } = await signedBy(sides, clip)
  const signings = await Promise.all(
    sides.map(async ({ seal }, place) => ({
      by: await clipKeyOf(seal, place % 2 === 0 ? 'ES256' : 'Ed25519'),
      clip: { clip: hash, jws: signatures[place]! },
    })),
  )
  const putIn = (store: Bytes) => mp4File(layout, store)
  return {
    plain,
    signed: await signedFile(signings, putIn),
    statement: publicationFile(clipKind(1), [signatures]),
    signings,
    putIn,
    clip,
    signatures,
  }
}
