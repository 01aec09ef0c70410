import { commitRefresh, commitRemoval, makeMessage, type Opened } from '@parley/group'
import type { Bytes } from '@parley/protocol'
import { fillRoom, removalOf } from '@parley/testkit/filledRoom'
import {
  decodeCommit,
  decodeGroupInfo,
  decodePrivate,
  decodeTree,
} from '../../packages/group/src/mls/decode.ts'
import type { Target } from '../target.ts'

/** MLS messages and trees, as they are in an envelope. */
export async function mls(): Promise<Target> {
  return {
    seeds: (await entriesOfARoom()).flatMap(partsOf),
    read: (input) =>
      [decodeCommit, decodeGroupInfo, decodePrivate, decodeTree].some(
        (decode) => decode(input) !== undefined,
      ),
  }
}

/** Each kind of entry: a founding, a join, a refresh, a removal and a message. */
async function entriesOfARoom(): Promise<readonly Opened[]> {
  const { a, b, log } = await fillRoom(2)
  const made = [
    await commitRefresh(a.room),
    await commitRemoval(a.room, removalOf('silent', b)),
    await makeMessage(a.room, new Uint8Array([1])),
  ]
  return [...log.entries, ...made.flatMap((one) => (one && 'opened' in one ? [one.opened] : []))]
}

function partsOf(entry: Opened): Bytes[] {
  return Object.values(entry).filter((part): part is Bytes => part instanceof Uint8Array)
}
