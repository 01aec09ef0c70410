import type { CallId, PublicKey, SideId } from '@parley/protocol'
import type { Connection, Database } from '../database/schema.ts'

/** False if there is a call of that id. Its first side is that of the seal that made it. */
export async function createCall(
  db: Database,
  { call, side, seal, at }: { call: CallId; side: SideId; seal: PublicKey; at: number },
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const made = await tx
      .insertInto('call')
      .values({ id: call, last_document: 0, created_at: at })
      .onConflict((c) => c.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    return made !== undefined && (await addSide(tx, { call, side, seal }))
  })
}

/** False if the side has a seal, or the seal a side. */
export async function addSide(
  db: Connection,
  side: { call: CallId; side: SideId; seal: PublicKey },
): Promise<boolean> {
  const added = await db
    .insertInto('side')
    .values({ ...side, documents: 0, characters: 0 })
    .onConflict((c) => c.doNothing())
    .returning('side')
    .executeTakeFirst()
  return added !== undefined
}

export async function isCall(db: Connection, call: CallId): Promise<boolean> {
  const row = await db.selectFrom('call').select('id').where('id', '=', call).executeTakeFirst()
  return row !== undefined
}

/** The side that this seal is the desk of. */
export async function sideOfSeal(
  db: Connection,
  { call, seal }: { call: CallId; seal: PublicKey },
): Promise<SideId | undefined> {
  const row = await db
    .selectFrom('side')
    .select('side')
    .where('call', '=', call)
    .where('seal', '=', seal)
    .executeTakeFirst()
  return row?.side
}

export async function sidesOf(db: Connection, call: CallId): Promise<SideId[]> {
  const rows = await db.selectFrom('side').select('side').where('call', '=', call).execute()
  return rows.map(({ side }) => side)
}

/** The seal of each side. */
export async function sealsOf(db: Connection, call: CallId): Promise<Map<SideId, PublicKey>> {
  const rows = await db
    .selectFrom('side')
    .select(['side', 'seal'])
    .where('call', '=', call)
    .execute()
  return new Map(rows.map(({ side, seal }) => [side, seal]))
}
