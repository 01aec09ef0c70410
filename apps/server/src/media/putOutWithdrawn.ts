import type { Clock } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import { TOKEN_SECONDS } from './liveKitApi.ts'
import type { MediaServer } from './mediaServer.ts'

/** Until the last token that a device was given before its withdrawal opens nothing any more. */
const WATCHED_MS = (TOKEN_SECONDS + 15) * 1000

/** Puts the leaves of devices that were withdrawn lately out of their media rooms: at once, and again if a token brought them back. */
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
  const identities = await db
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
    .select(['media_identity.identity', 'room.media_room'])
    .where('device.withdrawn_at', '>', clock.nowMs() - WATCHED_MS)
    .execute()
  await Promise.allSettled(
    identities.map(({ identity, media_room }) => media.putOut({ room: media_room, identity })),
  )
}

/** Lets go of identities given before that time. */
export async function pruneIdentities(db: Database, { before }: { before: number }): Promise<void> {
  await db.deleteFrom('media_identity').where('given_at', '<', before).execute()
}
