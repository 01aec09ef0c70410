import { clearBytesOf } from '../../packages/sframe/src/clearBytes.ts'
import { splitFrame, type SealedFrame } from '../../packages/sframe/src/frame.ts'
import type { TakenFrame } from '../media-lab/hostileClient.ts'

/** How the browser names what the frames of a kind are coded in. */
export const MIME_TYPES = { audio: 'audio/opus', video: 'video/VP8' } as const

/** The parts of a frame that was taken; undefined for one that is not sealed. */
export function sealedOf({ kind, isKeyFrame, data }: TakenFrame): SealedFrame | undefined {
  const clear = clearBytesOf(MIME_TYPES[kind], isKeyFrame) ?? 0
  return splitFrame(Uint8Array.fromBase64(data), clear)
}
