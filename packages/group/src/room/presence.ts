import { signPresence } from '@parley/seal'
import type { LoggedPresence } from '../envelope/envelope.ts'
import { epochOf, ownLeafKeyOf, ownLeafOf, type Room } from './room.ts'

/** That one's own leaf is there, or leaves. No secret of the group is in it: it may also be said alone. */
export async function makePresence(
  room: Room,
  { at, isLeaving }: { at: number; isLeaving: boolean },
): Promise<LoggedPresence | undefined> {
  if (room.overBy) return undefined
  const { call, room: id } = room.terms
  const said = { call, room: id, leaf: ownLeafOf(room).leafKey, at, isLeaving }
  const jws = await signPresence(ownLeafKeyOf(room), said)
  return { kind: 'presence', epoch: epochOf(room), statement: new TextEncoder().encode(jws) }
}
