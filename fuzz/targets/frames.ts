import type { Bytes } from '@parley/protocol'
import { decodeHeader, encodeHeader } from '../../packages/sframe/src/header.ts'
import { decodeKeyId } from '../../packages/sframe/src/keyId.ts'
import { adaAndBen } from '../../packages/sframe/src/testing/adaAndBen.ts'
import type { Target } from '../target.ts'

/** What stands before a sealed frame. RFC 9605, section 4.3. */
export function frameHeader(): Target {
  return {
    seeds: [encodeHeader(0n, 0n), encodeHeader(7n, 300n), encodeHeader(2n ** 30n - 1n, 2n ** 53n)],
    read(input) {
      const header = decodeHeader(input)
      if (!header) return false
      const { kid, ctr, length } = header
      if (Buffer.compare(encodeHeader(kid, ctr), input.subarray(0, length)) !== 0)
        throw new Error('A header has two spellings')
      return decodeKeyId(kid) !== undefined
    },
  }
}

/** By the first byte of an input: what a browser says that the frame is. */
const CODECS = ['audio/opus', 'video/VP8', 'video/VP9', 'video/H264', undefined]
const KEY_FRAME = 8

/** A frame as it comes from the media server; the first byte says its codec and whether it is a key frame. */
export async function frame(): Promise<Target> {
  const { ada } = await adaAndBen()
  const keyFrame = { mimeType: 'video/VP8', isKeyFrame: true }
  return {
    seeds: [asInput(0, await ada.seal()), asInput(1 | KEY_FRAME, await ada.seal(keyFrame))],
    async read(input) {
      const [kind = 0] = input
      const { clock, ben } = await adaAndBen()
      const opening = ben.open(input.slice(1), {
        mimeType: CODECS[kind % KEY_FRAME],
        isKeyFrame: (kind & KEY_FRAME) !== 0,
      })
      await clock.move(2000)
      return typeof (await opening) !== 'string'
    },
  }
}

function asInput(kind: number, sealed: Bytes | string): Bytes {
  if (typeof sealed === 'string') throw new Error(`was not sealed: ${sealed}`)
  return new Uint8Array([kind, ...sealed])
}
