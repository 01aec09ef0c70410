import type { Clock } from '../clock.ts'
import type { Database, Schema } from '../database/schema.ts'
import { REFRESHED_TOKEN_SECONDS } from './liveKitApi.ts'
import type { MediaServer } from './mediaServer.ts'

/** Until the last token of a device opens nothing any more. */
const WATCHED_MS = (REFRESHED_TOKEN_SECONDS + 15) * 1000

type Leaf = Pick<Schema['media_identity'], 'call' | 'room' | 'identity'> & { media_room: string }

/**
 * Puts the leaves of devices that were withdrawn, or whose time is over, out of their media rooms: at
 * once, and again for as long as a token may bring them back. Whoever came back got another.
 */
export async function putOutWithdrawn({
  db,
  media,
  clock,
}: {
  db: Database
  media: MediaServer
  clock: Clock
}): Promise<void> {
  if (!media.isThere) return
  const now = clock.nowMs()
  const leaves = await leavesToWatch(db, { now, since: now - WATCHED_MS })
  const byRoom = Map.groupBy(leaves, ({ media_room }) => media_room)
  await Promise.allSettled(
    [...byRoom].map(async ([room, watched]) => {
      const identities = watched.map(({ identity }) => identity)
      const wereIn = await media.putOut({ room, identities })
      const again = watched.filter(({ identity }) => wereIn.includes(identity))
      await Promise.all(again.map((leaf) => watchOn(db, leaf, now)))
    }),
  )
}

/** Those of devices that are no longer approved, and that were approved or in lately. */
async function leavesToWatch(
  db: Database,
  { now, since }: { now: number; since: number },
): Promise<Leaf[]> {
  return db
    .selectFrom('device')
    .innerJoin('media_identity', (join) =>
      join
        .onRef('media_identity.call', '=', 'device.call')
        .onRef('media_identity.device', '=', 'device.device'),
    )
    .innerJoin('room', (join) =>
      join
        .onRef('room.call', '=', 'media_identity.call')
        .onRef('room.room', '=', 'media_identity.room'),
    )
    .select([
      'media_identity.call',
      'media_identity.room',
      'media_identity.identity',
      'room.media_room',
    ])
    .where((e) =>
      e.or([e('device.withdrawn_at', 'is not', null), e('device.expires_at', '<=', now)]),
    )
    .where((e) =>
      e.or([
        e('device.withdrawn_at', '>', since),
        e.and([e('device.expires_at', '<=', now), e('device.expires_at', '>', since)]),
        e('media_identity.given_at', '>', since),
      ]),
    )
    .execute()
}

async function watchOn(db: Database, { call, room, identity }: Leaf, at: number): Promise<void> {
  await db
    .updateTable('media_identity')
    .set({ given_at: at })
    .where('call', '=', call)
    .where('room', '=', room)
    .where('identity', '=', identity)
    .execute()
}

/** Lets go of identities given before that time. */
export async function pruneIdentities(db: Database, { before }: { before: number }): Promise<void> {
  await db.deleteFrom('media_identity').where('given_at', '<', before).execute()
}
