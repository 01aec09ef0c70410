import type { Bytes, LeafIndex, TrackNumber } from '@parley/protocol'
import { baseKeyOf, epochOf, type Room } from '@parley/group'
import { sealFrame } from '../../packages/sframe/src/frame.ts'
import { decodeHeader } from '../../packages/sframe/src/header.ts'
import { encodeKeyId } from '../../packages/sframe/src/keyId.ts'
import { deriveFrameKey, importBaseKey } from '../../packages/sframe/src/keySchedule.ts'

/** So much stays clear, of a picture’s key frames. */
const CLEAR_BYTES = { microphone: 1, camera: 10 } as const

type Kind = keyof typeof CLEAR_BYTES

/** Frames with those words under the key id of another's track and those counters: a member has the group’s keys. */
export async function forge(
  kind: Kind,
  member: Room,
  {
    as,
    from,
    count,
    words,
  }: { as: { leaf: LeafIndex; track: TrackNumber }; from: number; count: number; words: string },
): Promise<readonly Bytes[]> {
  const kid = encodeKeyId(as, epochOf(member))
  const frameKey = await deriveFrameKey(await importBaseKey(await baseKeyOf(member)), BigInt(kid))
  const frame = new TextEncoder().encode(words.padEnd(16))
  const clearBytes = CLEAR_BYTES[kind]
  return Promise.all(
    Array.from({ length: count }, (_, at) =>
      sealFrame(frame, { frameKey, kid, ctr: from + at, clearBytes }),
    ),
  )
}

/** Which counter a frame travels under. */
export function counterOf(kind: Kind, data: Bytes): number {
  const header = decodeHeader(data.subarray(CLEAR_BYTES[kind]))
  if (!header) throw new Error('It is a sealed frame')
  return Number(header.ctr)
}
