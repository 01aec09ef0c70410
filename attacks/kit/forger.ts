import type { Bytes, LeafIndex, TrackNumber } from '@parley/protocol'
import { baseKeyOf, epochOf, type Room } from '@parley/group'
import { sealFrame } from '../../packages/sframe/src/frame.ts'
import { decodeHeader } from '../../packages/sframe/src/header.ts'
import { encodeKeyId } from '../../packages/sframe/src/keyId.ts'
import { deriveFrameKey, importBaseKey } from '../../packages/sframe/src/keySchedule.ts'

/** Of sound so much stays clear. */
const CLEAR_BYTES = 1

/** Sound with those words under the key id of another's microphone and those counters: a member has the group’s keys. */
export async function forgeSound(
  member: Room,
  as: { leaf: LeafIndex; track: TrackNumber },
  { from, count, words }: { from: number; count: number; words: string },
): Promise<readonly Bytes[]> {
  const kid = encodeKeyId(as, epochOf(member))
  const frameKey = await deriveFrameKey(await importBaseKey(await baseKeyOf(member)), BigInt(kid))
  const frame = new TextEncoder().encode(words.padEnd(16))
  return Promise.all(
    Array.from({ length: count }, (_, at) =>
      sealFrame(frame, { frameKey, kid, ctr: from + at, clearBytes: CLEAR_BYTES }),
    ),
  )
}

/** Which counter a frame of sound travels under. */
export function counterOf(data: Bytes): number {
  const header = decodeHeader(data.subarray(CLEAR_BYTES))
  if (!header) throw new Error('It is a sealed frame')
  return Number(header.ctr)
}
