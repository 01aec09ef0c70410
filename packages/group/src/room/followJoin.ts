import type { Opened } from '../envelope/envelope.ts'
import { isSame } from '../mls/bytes.ts'
import { decodeCommit } from '../mls/decode.ts'
import { judgeCommit } from '../mls/judgeCommit.ts'
import { applyPublicly } from '../mls/publicGroup.ts'
import type { Joining } from './prepareJoin.ts'
import type { Room } from './room.ts'

/** What an entry of the log means to a joining commit that is on its way. */
export type Followed =
  | { state: 'waiting' }
  /** One's own commit was the first valid one of its epoch. */
  | { state: 'entered'; room: Room }
  /** Another's was: prepare anew, with the entries that have come since. */
  | { state: 'lost' }

/** Follows the log from the first entry after those the joining commit was prepared from. */
export async function followJoin(joining: Joining, entry: Opened): Promise<Followed> {
  const { bytes, base, room } = joining
  if (entry.kind !== 'commit') return { state: 'waiting' }
  if (isSame(entry.commit, bytes)) return { state: 'entered', room }
  const message = decodeCommit(entry.commit)
  if (!message || message.content.epoch !== base.context.epoch) return { state: 'waiting' }
  if (typeof (await judgeCommit(base, message, room.terms)) === 'string')
    return { state: 'waiting' }
  const after = await applyPublicly(base, message).catch(() => undefined)
  return after ? { state: 'lost' } : { state: 'waiting' }
}
