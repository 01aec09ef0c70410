import { LIMITS, Refusal, type CallId } from '@parley/protocol'
import { sql } from 'kysely'
import type { Connection, Schema } from '../database/schema.ts'
import { batchOf } from '../delivery/batch.ts'

export type StoredDocument = Omit<Schema['document'], 'call' | 'characters'>
type NewDocument = Omit<Schema['document'], 'number' | 'characters'>

/** A word of the minute, a draft, and what a seat remarks on it: each repeats what still counts of the one before. */
const ONLY_NEWEST = /^(desk|readout-draft|readout-remarks)\//

/**
 * Stores it and gives its number; again with the same bytes gives the number it has. Refuses with
 * `document-exists` for other bytes, or for one that is older than the one kept of a kind of which only
 * the newest is, with
 * `too-large` and with `full`. Part of a transaction: a refusal undoes it.
 */
export async function storeDocument(
  tx: Connection,
  document: NewDocument,
): Promise<{ number: number; isNew: boolean }> {
  if ((document.sealed.length * 3) / 4 > LIMITS.documentBytes) throw new Refusal('too-large')
  const number = await nextNumber(tx, document.call)
  const characters = document.sealed.length
  const added = await tx
    .insertInto('document')
    .values({ ...document, number, characters })
    .onConflict((c) => c.columns(['call', 'kind', 'version', 'side']).doNothing())
    .returning('number')
    .executeTakeFirst()
  if (!added) return { number: await sameDocument(tx, document), isNew: false }
  if (ONLY_NEWEST.test(document.kind)) await keepNewest(tx, document)
  await takeDocumentShare(tx, document, { documents: 1, characters })
  return { number, isNew: true }
}

async function nextNumber(db: Connection, call: CallId): Promise<number> {
  const row = await db
    .updateTable('call')
    .set({ last_document: sql<number>`last_document + 1` })
    .where('id', '=', call)
    .returning('last_document')
    .executeTakeFirst()
  if (!row) throw new Refusal('call-unknown')
  return row.last_document
}

/** Adds to what the side has stored. Refuses with `full`. What one side stores takes nothing from another's share. */
export async function takeDocumentShare(
  db: Connection,
  { call, side }: Pick<NewDocument, 'call' | 'side'>,
  more: { documents: number; characters: number },
): Promise<void> {
  const row = await db
    .updateTable('side')
    .set({
      documents: sql<number>`documents + ${more.documents}`,
      characters: sql<number>`characters + ${more.characters}`,
    })
    .where('call', '=', call)
    .where('side', '=', side)
    .returning(['documents', 'characters'])
    .executeTakeFirstOrThrow()
  if (row.documents > LIMITS.documentsPerSide) throw new Refusal('full')
  if (row.characters > LIMITS.documentCharactersPerSide) throw new Refusal('full')
}

async function sameDocument(
  db: Connection,
  { call, kind, version, side, sealed }: NewDocument,
): Promise<number> {
  const row = await db
    .selectFrom('document')
    .select(['number', 'sealed'])
    .where('call', '=', call)
    .where('kind', '=', kind)
    .where('version', '=', version)
    .where('side', '=', side)
    .executeTakeFirst()
  if (row?.sealed !== sealed) throw new Refusal('document-exists')
  return row.number
}

async function keepNewest(db: Connection, document: NewDocument): Promise<void> {
  const { call, kind, version, side } = document
  const newer = await db
    .selectFrom('document')
    .select('version')
    .where('call', '=', call)
    .where('kind', '=', kind)
    .where('side', '=', side)
    .where('version', '>', version)
    .executeTakeFirst()
  if (newer) throw new Refusal('document-exists')
  const older = await db
    .deleteFrom('document')
    .where('call', '=', call)
    .where('kind', '=', kind)
    .where('side', '=', side)
    .where('version', '<', version)
    .returning('characters')
    .execute()
  const characters = older.reduce((sum, row) => sum - row.characters, 0)
  await takeDocumentShare(db, document, { documents: -older.length, characters })
}

/** A batch of those after that number, in order. */
export async function documentsAfter(
  db: Connection,
  { call, after }: { call: CallId; after: number },
): Promise<StoredDocument[]> {
  const next = await db
    .selectFrom('document')
    .select(['number', 'characters'])
    .where('call', '=', call)
    .where('number', '>', after)
    .orderBy('number')
    .limit(100)
    .execute()
  const numbers = batchOf(next)
  if (numbers.length === 0) return []
  return db
    .selectFrom('document')
    .select(['kind', 'version', 'side', 'number', 'sealed'])
    .where('call', '=', call)
    .where('number', 'in', numbers)
    .orderBy('number')
    .execute()
}

export async function lastDocument(db: Connection, call: CallId): Promise<number> {
  const row = await db
    .selectFrom('call')
    .select('last_document')
    .where('id', '=', call)
    .executeTakeFirst()
  return row?.last_document ?? 0
}
