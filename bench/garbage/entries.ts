import { commitRefresh, found, makeMessage, type Opened, type Room } from '@parley/group'
import type { Bytes } from '@parley/protocol'
import type { Person } from '@parley/testkit/agreedCall'

/** Bytes of a small entry of noise, and of one as large as a socket message may be. */
const SMALL_BYTES = 1024
const LARGE_BYTES = 900 * 1024

/** What a member, who holds the key of the call, can put into the log of a room, by what it is. */
export async function entriesOf(room: Room, { me }: Person): Promise<Record<string, Opened>> {
  const refresh = await commitRefresh(room)
  const message = await makeMessage(room, new Uint8Array(SMALL_BYTES))
  const founding = await found(me, room.terms)
  if (!refresh || !message || 'code' in founding) throw new Error('A member can make these')
  return {
    noise: commitOf(noise(SMALL_BYTES)),
    largeNoise: commitOf(noise(LARGE_BYTES)),
    turnedCommit: { ...refresh.opened, commit: turned(refresh.opened.commit) },
    turnedMessage: { ...message.opened, message: turned(message.opened.message) },
    anotherGroup: founding.opened,
  }
}

/** One bit of it is another: in the middle, beyond what is looked at first. */
export function turned(bytes: Bytes): Bytes {
  const copy = bytes.slice()
  const at = Math.floor(copy.length / 2)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

/** Bytes by chance. */
export function noise(length: number): Bytes {
  const bytes = new Uint8Array(length)
  for (let from = 0; from < length; from += 65_536)
    crypto.getRandomValues(bytes.subarray(from, from + 65_536))
  return bytes
}

function commitOf(commit: Bytes): Opened {
  return { kind: 'commit', epoch: 1, commit, groupInfo: noise(SMALL_BYTES), tree: undefined }
}
