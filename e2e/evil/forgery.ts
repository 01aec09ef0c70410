import { MIME_TYPES, sealedOf } from '../capture/sealed.ts'
import { openedWith } from '../capture/frames.ts'
import { clearBytesOf } from '../../packages/sframe/src/clearBytes.ts'
import { sealFrame } from '../../packages/sframe/src/frame.ts'
import { deriveFrameKey, importBaseKey } from '../../packages/sframe/src/keySchedule.ts'
import type { TakenFrame } from '../media-lab/hostileClient.ts'
import type { Held } from '../sixSeats/attempt.ts'

/** The last key frame of a picture, as often as that, and sound, again as new: opened with a member’s keys and sealed as those of whoever sent `like`, under counters that follow, or lie so far ahead. */
export async function forged(
  held: Held,
  {
    of,
    like,
    count,
    ahead = 1,
  }: {
    of: readonly TakenFrame[]
    like: readonly TakenFrame[]
    count: number
    ahead?: number
  },
): Promise<TakenFrame[]> {
  const last = like.at(-1)
  const sealed = last && sealedOf(last)
  const opened = await openedWith(held, of)
  if (!sealed || opened.length === 0) throw new Error('There is something to forge, and from')
  const kid = Number(sealed.kid)
  const from = ahead + Math.max(...like.map((frame) => Number(sealedOf(frame)?.ctr ?? 0)))
  return resealed(held, { opened, kid, from, count })
}

/** The same under the key of a group that there was before, and else as they are. */
export async function ofEarlierCall(
  held: Held,
  frames: readonly TakenFrame[],
): Promise<TakenFrame[]> {
  const opened = await openedWith(held, frames)
  const baseKey = crypto.getRandomValues(new Uint8Array(32))
  const earlier = { ...held, epochs: held.epochs.map((epoch) => ({ ...epoch, baseKey })) }
  const [first] = frames
  const sealed = first && sealedOf(first)
  if (!sealed) throw new Error('They are sealed')
  const kid = Number(sealed.kid)
  const from = Number(sealed.ctr)
  return resealed(earlier, { opened, kid, from, count: opened.length })
}

/** A key frame stands for itself, wherever an encoder would send another frame. */
export function inAnyPlace(frame: TakenFrame, at: number): TakenFrame {
  return { ...frame, isKeyFrame: at % 10 === 0 }
}

async function resealed(
  held: Held,
  {
    opened,
    kid,
    from,
    count,
  }: { opened: readonly TakenFrame[]; kid: number; from: number; count: number },
): Promise<TakenFrame[]> {
  const epoch = held.epochs.findLast(({ epoch: each }) => each % 256 === kid % 256)
  if (!epoch) throw new Error('The member was in that epoch')
  const frameKey = await deriveFrameKey(await importBaseKey(epoch.baseKey.slice()), BigInt(kid))
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const frame = opened[at % opened.length]
      if (!frame) throw new Error('Something was opened')
      const { kind, isKeyFrame } = frame
      const clearBytes = clearBytesOf(MIME_TYPES[kind], isKeyFrame) ?? 0
      const data = Uint8Array.fromBase64(frame.data)
      const made = await sealFrame(data, { frameKey, kid, ctr: from + at, clearBytes })
      return { ...frame, data: made.toBase64() }
    }),
  )
}
