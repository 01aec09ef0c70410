import { PLENARY, CallId, Hash, PublicKey } from '@parley/protocol'
import { manualClock } from '@parley/testkit'
import { expect, test } from 'vitest'
import { openDatabase } from './database/open.ts'
import type { Database, EntryKind } from './database/schema.ts'
import { addPoster, touchInstance } from './delivery/posters.store.ts'
import { keepHouse } from './keepHouse.ts'
import { createLog } from './log.ts'
import { noMediaServer } from './media/mediaServer.ts'
import { Hub } from './sockets/hub.ts'
import { eachDatabase } from './testing/eachDatabase.ts'
import { randomId } from './testing/keys.ts'

const log = createLog({ write: () => undefined })
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const call = randomId(CallId, 16)

eachDatabase((newDatabase) => {
  async function house() {
    const clock = manualClock()
    const db = await openDatabase(await newDatabase())
    const parts = { db, clock, log, instance: 'ours', media: noMediaServer, hub: new Hub() }
    const keeping = await keepHouse(parts)
    const close = async () => {
      keeping[Symbol.dispose]()
      await db.destroy()
    }
    return { db, clock, [Symbol.asyncDispose]: close }
  }

  test('a server that ended is forgotten with those who posted through it; one that runs is not', async () => {
    await using at = await house()
    const { db, clock } = at
    const start = clock.nowMs()
    await touchInstance(db, { id: 'ended', at: clock.nowMs() })
    for (const instance of ['ours', 'ended'])
      await addPoster(db, { call, room: PLENARY, socket: `of ${instance}`, instance })

    while (clock.nowMs() < start + MINUTE) {
      clock.advance(5000)
      await expect.poll(() => seenAt(db, 'ours')).toBe(clock.nowMs())
    }

    await expect.poll(() => ids(db)).toEqual(['ours'])
    const posters = await db.selectFrom('poster').select('socket').execute()
    expect(posters).toEqual([{ socket: 'of ours' }])
  })

  test('which device a leaf is of is remembered for a week', async () => {
    await using at = await house()
    const { db, clock } = at
    const device = randomId(PublicKey, 32)
    await addIdentity(db, { identity: 'old', device, givenAt: clock.nowMs() - 7 * DAY })
    await addIdentity(db, { identity: 'young', device, givenAt: clock.nowMs() - 6 * DAY })

    clock.advance(MINUTE)

    const identities = () => db.selectFrom('media_identity').select('identity').execute()
    await expect.poll(identities).toEqual([{ identity: 'young' }])
  })

  test('a word is kept for an hour, and a commit of the present group for as long as that', async () => {
    await using at = await house()
    const { db, clock } = at
    await addRoom(db, { foundedAt: 2 })
    const old = clock.nowMs() - HOUR
    await addEntry(db, { number: 1, kind: 'commit', at: old })
    await addEntry(db, { number: 2, kind: 'founding', at: old })
    await addEntry(db, { number: 3, kind: 'commit', at: old })
    await addEntry(db, { number: 4, kind: 'word', at: old })
    await addEntry(db, { number: 5, kind: 'word', at: clock.nowMs() })

    clock.advance(MINUTE)

    const numbers = () => db.selectFrom('entry').select('number').orderBy('number').execute()
    await expect.poll(numbers).toEqual([{ number: 2 }, { number: 3 }, { number: 5 }])
  })

  test('what is to be kept stays for as long as the call, whatever group it is of (R84)', async () => {
    await using at = await house()
    const { db, clock } = at
    await addRoom(db, { foundedAt: 3 })
    const old = clock.nowMs() - 30 * DAY
    await addEntry(db, { number: 1, kind: 'founding', at: old })
    await addEntry(db, { number: 2, kind: 'kept', at: old })
    await addEntry(db, { number: 3, kind: 'founding', at: old })
    await addEntry(db, { number: 4, kind: 'kept', at: old })

    clock.advance(MINUTE)

    const numbers = () => db.selectFrom('entry').select('number').orderBy('number').execute()
    await expect.poll(numbers).toEqual([{ number: 2 }, { number: 3 }, { number: 4 }])
  })
})

async function ids(db: Database): Promise<string[]> {
  const all = await db.selectFrom('instance').select('id').execute()
  return all.map(({ id }) => id)
}

async function seenAt(db: Database, id: string): Promise<number | undefined> {
  const query = db.selectFrom('instance').select('seen_at').where('id', '=', id)
  return (await query.executeTakeFirst())?.seen_at
}

async function addIdentity(
  db: Database,
  { identity, device, givenAt }: { identity: string; device: PublicKey; givenAt: number },
): Promise<void> {
  const values = { call, room: PLENARY, identity, device, given_at: givenAt }
  await db.insertInto('media_identity').values(values).execute()
}

async function addRoom(db: Database, { foundedAt }: { foundedAt: number }): Promise<void> {
  const made = { id: call, last_document: 0, created_at: 0 }
  await db.insertInto('call').values(made).execute()
  const founded = { founded_at: foundedAt, media_room: randomId(Hash, 32) }
  await db
    .insertInto('room')
    .values({ call, room: PLENARY, last: 5, ...founded })
    .execute()
}

async function addEntry(
  db: Database,
  { number, kind, at }: { number: number; kind: EntryKind; at: number },
): Promise<void> {
  const author = randomId(PublicKey, 32)
  const envelope = { author, characters: 1, envelope: 'x' }
  const values = { call, room: PLENARY, number, kind, stored_at: at, ...envelope }
  await db.insertInto('entry').values(values).execute()
}
