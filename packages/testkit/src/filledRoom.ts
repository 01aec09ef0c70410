import type { LeafIndex } from '@parley/protocol'
import { ownLeafOf, type RemovalReason } from '@parley/group'
import { agreeCall, type AgreedCall } from './agreedCall.ts'
import { RoomLog, type Sitting } from './roomLog.ts'

/** A room in which as many sit as asked for, all up to date, and its log. One more than that has a seat. */
export type FilledRoom = {
  call: AgreedCall
  log: RoomLog
  sitting: Sitting[]
  a: Sitting
  b: Sitting
}

/** Founds a room and lets people join it, one by one; two at least. */
export async function fillRoom(members: number): Promise<FilledRoom> {
  const call = await agreeCall({ seatsEach: Math.ceil((members + 1) / 2) })
  const log = new RoomLog(call.terms)
  const [founder, ...others] = call.people.slice(0, members)
  if (!founder) throw new Error('Somebody founds')
  const sitting = [await log.found(founder)]
  for (const other of others) {
    // oxlint-disable-next-line no-await-in-loop -- a room fills one by one
    sitting.push(await log.join(other))
  }
  await Promise.all(sitting.map((one) => log.catchUp(one)))
  const [a, b] = sitting
  if (!a || !b) throw new Error('There are two at least')
  return { call, log, sitting, a, b }
}

/** Those leaves, for that reason. */
export function removalOf(
  because: RemovalReason,
  ...gone: readonly Sitting[]
): Map<LeafIndex, RemovalReason> {
  return new Map(gone.map(({ room }) => [ownLeafOf(room).leaf, because]))
}
