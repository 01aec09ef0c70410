import type { Bytes } from '@parley/protocol'

/** What a sender signs of each frame. Larger: a word a second grows. Smaller: other sound with the same hash is made in time. */
export const HASH_BYTES = 8

/** The first bytes of the SHA-256 of a frame as it travels, as a number. It is read before this returns. */
export async function hashOf(frame: Bytes): Promise<bigint> {
  const digest = await crypto.subtle.digest('SHA-256', frame)
  return new DataView(digest).getBigUint64(0)
}
