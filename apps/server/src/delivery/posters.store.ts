import type { CallId, RoomId } from '@parley/protocol'
import type { Connection, Schema } from '../database/schema.ts'

export type Poster = Schema['poster']

export async function addPoster(db: Connection, poster: Poster): Promise<void> {
  await db
    .insertInto('poster')
    .values(poster)
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Whether another socket that posted in the room's present group is connected, at a server seen after that time. */
export async function isPosterThere(
  db: Connection,
  { call, room, socket, seenAfter }: Poster & { seenAfter: number },
): Promise<boolean> {
  const there = await db
    .selectFrom('poster')
    .innerJoin('instance', 'instance.id', 'poster.instance')
    .select('poster.socket')
    .where('poster.call', '=', call)
    .where('poster.room', '=', room)
    .where('poster.socket', '!=', socket)
    .where('instance.seen_at', '>', seenAfter)
    .executeTakeFirst()
  return there !== undefined
}

/** Nobody has posted in the room's group. */
export async function clearPosters(
  db: Connection,
  { call, room }: { call: CallId; room: RoomId },
): Promise<void> {
  await db.deleteFrom('poster').where('call', '=', call).where('room', '=', room).execute()
}

/** That socket posts no more: in that room, or anywhere. */
export async function dropPoster(
  db: Connection,
  { socket, room }: { socket: string; room?: RoomId },
): Promise<void> {
  const query = db.deleteFrom('poster').where('socket', '=', socket)
  await (room === undefined ? query : query.where('room', '=', room)).execute()
}

/** Says that this server runs. */
export async function touchInstance(
  db: Connection,
  { id, at }: { id: string; at: number },
): Promise<void> {
  await db
    .insertInto('instance')
    .values({ id, seen_at: at })
    .onConflict((c) => c.column('id').doUpdateSet({ seen_at: at }))
    .execute()
}

/** Forgets servers that were not seen since, and all that posted through them. */
export async function dropInstances(
  db: Connection,
  { seenBefore }: { seenBefore: number },
): Promise<void> {
  const all = db.selectFrom('instance').select('id').where('seen_at', '<', seenBefore)
  const ids = (await all.execute()).map(({ id }) => id)
  if (ids.length === 0) return
  await db.deleteFrom('poster').where('instance', 'in', ids).execute()
  await db.deleteFrom('instance').where('id', 'in', ids).execute()
}
