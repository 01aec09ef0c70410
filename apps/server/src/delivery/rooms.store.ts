import { randomBytes } from 'node:crypto'
import { LIMITS, Refusal, type CallId, type RoomId } from '@parley/protocol'
import { sql } from 'kysely'
import type { Connection, Database, EntryKind, Schema } from '../database/schema.ts'
import { isSeatRoom } from './isInRoom.ts'
import { batchOf } from './batch.ts'
import { addPoster, clearPosters, isPosterThere, type Poster } from './posters.store.ts'
import { giveBack, takeShare, type Author } from './shares.store.ts'

export type Entry = { number: number; kind: EntryKind; envelope: string }
type Place = { call: CallId; room: RoomId }

/**
 * Puts a founding into the log; from it on the room's group is another. The row of the room is
 * written first, so that of two who found at once the second sees the first. Refuses with
 * `group-alive`, `too-many` and `full`.
 */
export async function found(
  db: Database,
  {
    poster,
    author,
    envelope,
    at,
    seenAfter,
  }: { poster: Poster; author: Author; envelope: string; at: number; seenAfter: number },
): Promise<Entry> {
  const place: Place = { call: poster.call, room: poster.room }
  return db.transaction().execute(async (tx) => {
    const number = (await takeNumber(tx, place)) ?? (await makeRoom(tx, place))
    if (await isPosterThere(tx, { ...poster, seenAfter })) throw new Refusal('group-alive')
    await tx
      .updateTable('room')
      .set({ founded_at: number })
      .where('call', '=', place.call)
      .where('room', '=', place.room)
      .execute()
    await clearPosters(tx, place)
    await addPoster(tx, poster)
    return addEntry(tx, { ...place, ...author, number, kind: 'founding', envelope, stored_at: at })
  })
}

/** Puts an envelope at the end of the log. Refuses with `no-group` and `full`. */
export async function append(
  db: Database,
  {
    poster,
    author,
    kind,
    envelope,
    at,
  }: {
    poster: Poster
    author: Author
    kind: 'commit' | 'word' | 'kept'
    envelope: string
    at: number
  },
): Promise<Entry> {
  const place: Place = { call: poster.call, room: poster.room }
  return db.transaction().execute(async (tx) => {
    const number = await takeNumber(tx, place)
    if (number === undefined) throw new Refusal('no-group')
    if (kind !== 'kept') await addPoster(tx, poster)
    return addEntry(tx, { ...place, ...author, number, kind, envelope, stored_at: at })
  })
}

/** The next number, held until the transaction ends: so nobody sees a number before all below it. */
async function takeNumber(db: Connection, { call, room }: Place): Promise<number | undefined> {
  const row = await db
    .updateTable('room')
    .set({ last: sql<number>`last + 1` })
    .where('call', '=', call)
    .where('room', '=', room)
    .returning('last')
    .executeTakeFirst()
  return row?.last
}

async function makeRoom(db: Connection, { call, room }: Place): Promise<number> {
  const { count } = await db
    .selectFrom('room')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('call', '=', call)
    .where(sql<boolean>`room not like 'seat/%'`)
    .executeTakeFirstOrThrow()
  if (count >= LIMITS.roomsPerCall && !isSeatRoom(room)) throw new Refusal('too-many')
  const media_room = randomBytes(16).toString('base64url')
  const made = await db
    .insertInto('room')
    .values({ call, room, last: 1, founded_at: 1, media_room })
    .onConflict((c) => c.columns(['call', 'room']).doNothing())
    .returning('last')
    .executeTakeFirst()
  if (!made) throw new Refusal('group-alive')
  return made.last
}

async function addEntry(
  db: Connection,
  { side, ...entry }: Omit<Schema['entry'], 'characters'> & Author,
): Promise<Entry> {
  const { call, room, author } = entry
  const characters = entry.envelope.length
  await takeShare(db, { call, room, side, author, characters })
  await db
    .insertInto('entry')
    .values({ ...entry, characters })
    .execute()
  const { number, kind, envelope } = entry
  return { number, kind, envelope }
}

export async function roomOf(
  db: Connection,
  { call, room }: Place,
): Promise<Schema['room'] | undefined> {
  return db
    .selectFrom('room')
    .selectAll()
    .where('call', '=', call)
    .where('room', '=', room)
    .executeTakeFirst()
}

/** The newest commits from `since` on and below `before`, oldest first; the newest of them however large it is. */
export async function newestCommits(
  db: Connection,
  {
    call,
    room,
    since,
    before = Number.MAX_SAFE_INTEGER,
    count,
  }: Place & { since: number; before?: number | undefined; count: number },
): Promise<Entry[]> {
  const newest = await db
    .selectFrom('entry')
    .select(['number', 'characters'])
    .where('call', '=', call)
    .where('room', '=', room)
    .where('number', '>=', since)
    .where('number', '<', before)
    .where('kind', 'in', ['founding', 'commit'])
    .orderBy('number', 'desc')
    .limit(count)
    .execute()
  return entriesOf(db, { call, room, numbers: batchOf(newest) })
}

/** A batch of what was to be kept after that number, in order. */
export async function keptAfter(
  db: Connection,
  { call, room, after }: Place & { after: number },
): Promise<Entry[]> {
  const next = await db
    .selectFrom('entry')
    .select(['number', 'characters'])
    .where('call', '=', call)
    .where('room', '=', room)
    .where('number', '>', after)
    .where('kind', '=', 'kept')
    .orderBy('number')
    .limit(100)
    .execute()
  return entriesOf(db, { call, room, numbers: batchOf(next) })
}

/** A batch of those after that number, in order. */
export async function entriesAfter(
  db: Connection,
  { call, room, after }: Place & { after: number },
): Promise<Entry[]> {
  const next = await db
    .selectFrom('entry')
    .select(['number', 'characters'])
    .where('call', '=', call)
    .where('room', '=', room)
    .where('number', '>', after)
    .orderBy('number')
    .limit(100)
    .execute()
  return entriesOf(db, { call, room, numbers: batchOf(next) })
}

async function entriesOf(
  db: Connection,
  { call, room, numbers }: Place & { numbers: number[] },
): Promise<Entry[]> {
  if (numbers.length === 0) return []
  return db
    .selectFrom('entry')
    .select(['number', 'kind', 'envelope'])
    .where('call', '=', call)
    .where('room', '=', room)
    .where('number', 'in', numbers)
    .orderBy('number')
    .execute()
}

/**
 * Lets go of words stored before that time, and of all of a group before the present one: whoever missed
 * them joins anew. What is to be kept stays.
 */
export async function pruneLogs(db: Database, { before }: { before: number }): Promise<void> {
  const isPast = sql<boolean>`number < (
    select founded_at from room where room.call = entry.call and room.room = entry.room
  )`
  await db.transaction().execute(async (tx) => {
    const gone = await tx
      .deleteFrom('entry')
      .where('stored_at', '<', before)
      .where('kind', '!=', 'kept')
      .where((e) => e.or([e('kind', '=', 'word'), isPast]))
      .returning(['call', 'room', 'author', 'characters'])
      .execute()
    await giveBack(tx, gone)
  })
}
