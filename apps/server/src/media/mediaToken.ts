import { Refusal, type CallId, type PublicKey, type RoomId } from '@parley/protocol'
import { mediaIdentity, verifyMediaRequest } from '@parley/seal'
import type { Clock } from '../clock.ts'
import type { Connection, Database } from '../database/schema.ts'
import { isInRoom, isSeatRoom } from '../delivery/isInRoom.ts'
import { roomOf } from '../delivery/rooms.store.ts'
import type { Handlers } from '../sockets/session.ts'
import type { MediaServer } from './mediaServer.ts'

/** Where media signalling is, on the server's own port. */
export const MEDIA_PATH = '/media'

/** Lets a leaf of a device into a media room, under the identity that its key gives. */
export function mediaHandlers({
  db,
  media,
  clock,
}: {
  db: Database
  media: MediaServer
  clock: Clock
}): Pick<Handlers, 'ask-media-token'> {
  return {
    async 'ask-media-token'({ who }, { statement, note }) {
      if (who.as !== 'device') throw new Refusal('not-permitted')
      const { call, room, leaf } = await verifyMediaRequest(statement)
      if (call !== who.call) throw new Refusal('bad-signature')
      if (!isInRoom(who, room) || isSeatRoom(room)) throw new Refusal('not-permitted')
      const row = await roomOf(db, { call, room })
      if (!row) throw new Refusal('no-group')
      if (!media.isThere) throw new Refusal('media-away')

      const identity = await mediaIdentity(leaf)
      const place = { call, room, identity, device: who.key, given_at: clock.nowMs() }
      if (!(await claimIdentity(db, place))) throw new Refusal('not-permitted')
      const pass = { room: row.media_room, identity, canPublish: !who.listen, note }
      try {
        await media.openRoom(row.media_room)
      } catch (cause) {
        throw new Refusal('media-away', { cause })
      }
      return { token: await media.token(pass), path: MEDIA_PATH, room: row.media_room }
    },
  }
}

/** False if another device was given it. */
async function claimIdentity(
  db: Connection,
  {
    call,
    room,
    identity,
    device,
    given_at,
  }: {
    call: CallId
    room: RoomId
    identity: string
    device: PublicKey
    given_at: number
  },
): Promise<boolean> {
  const claimed = await db
    .insertInto('media_identity')
    .values({ call, room, identity, device, given_at })
    .onConflict((c) =>
      c
        .columns(['call', 'room', 'identity'])
        .doUpdateSet({ given_at })
        .where('media_identity.device', '=', device),
    )
    .returning('identity')
    .executeTakeFirst()
  return claimed !== undefined
}
