import { LIMITS, Refusal, type CallId, type PublicKey, type RoomId } from '@parley/protocol'
import { sql } from 'kysely'
import type { Connection, Schema } from '../database/schema.ts'

/** Whose an entry of a log is. */
export type Author = Pick<Schema['room_share'], 'side' | 'author'>

/** Adds to what that author has in a room's log. Refuses with `full`, where the author's share is used up or its side's. */
export async function takeShare(
  db: Connection,
  { call, room, side, author, characters }: Schema['room_share'],
): Promise<void> {
  const own = await db
    .insertInto('room_share')
    .values({ call, room, side, author, characters })
    .onConflict((c) =>
      c
        .columns(['call', 'room', 'side', 'author'])
        .doUpdateSet({ characters: sql<number>`room_share.characters + ${characters}` }),
    )
    .returning('characters')
    .executeTakeFirstOrThrow()
  if (own.characters > LIMITS.roomCharactersPerDevice) throw new Refusal('full')
  const all = await db
    .selectFrom('room_share')
    .select(sql<number>`cast(sum(characters) as bigint)`.as('characters'))
    .where('call', '=', call)
    .where('room', '=', room)
    .where('side', '=', side)
    .executeTakeFirstOrThrow()
  if (all.characters > LIMITS.roomCharactersPerSide) throw new Refusal('full')
}

/** Gives back what entries took that are no longer there. */
export async function giveBack(
  db: Connection,
  gone: readonly { call: CallId; room: RoomId; author: PublicKey; characters: number }[],
): Promise<void> {
  const shares = Map.groupBy(gone, ({ call, room, author }) => `${call} ${room} ${author}`)
  for (const key of [...shares.keys()].toSorted()) {
    const entries = shares.get(key) ?? []
    const [first] = entries
    if (!first) continue
    const characters = entries.reduce((sum, entry) => sum + entry.characters, 0)
    // oxlint-disable-next-line no-await-in-loop -- in one order, so that two servers do not wait for each other
    await db
      .updateTable('room_share')
      .set({ characters: sql<number>`characters - ${characters}` })
      .where('call', '=', first.call)
      .where('room', '=', first.room)
      .where('author', '=', first.author)
      .execute()
  }
}
