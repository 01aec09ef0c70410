import { LIMITS, Refusal, type CallId } from '@parley/protocol'
import { sql } from 'kysely'
import type { Connection, Schema } from '../database/schema.ts'
import { batchOf } from '../delivery/batch.ts'

export type StoredDocument = Omit<Schema['document'], 'call' | 'characters'>
type NewDocument = Omit<Schema['document'], 'number' | 'characters'>

/** Documents of a call. Larger: more disk for a desk that goes wild. Smaller: a long call with many passes does not fit. */
const DOCUMENTS_PER_CALL = 10_000

/**
 * Stores it and gives its number; again with the same bytes gives the number it has. Refuses with
 * `document-exists` for other bytes, or for a desk's word that is older than the one kept, with
 * `too-large` and with `too-many`. Part of a transaction: a refusal undoes it.
 */
export async function storeDocument(
  tx: Connection,
  document: NewDocument,
): Promise<{ number: number; isNew: boolean }> {
  if ((document.sealed.length * 3) / 4 > LIMITS.documentBytes) throw new Refusal('too-large')
  const number = await nextNumber(tx, document.call)
  const added = await tx
    .insertInto('document')
    .values({ ...document, number, characters: document.sealed.length })
    .onConflict((c) => c.columns(['call', 'kind', 'version', 'side']).doNothing())
    .returning('number')
    .executeTakeFirst()
  if (!added) return { number: await sameDocument(tx, document), isNew: false }
  if (document.kind.startsWith('desk/')) await keepNewest(tx, document)
  return { number, isNew: true }
}

async function nextNumber(db: Connection, call: CallId): Promise<number> {
  const row = await db
    .updateTable('call')
    .set({ last_document: sql<number>`last_document + 1`, documents: sql<number>`documents + 1` })
    .where('id', '=', call)
    .returning(['last_document', 'documents'])
    .executeTakeFirst()
  if (!row) throw new Refusal('call-unknown')
  if (row.documents > DOCUMENTS_PER_CALL) throw new Refusal('too-many')
  return row.last_document
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

async function keepNewest(
  db: Connection,
  { call, kind, version, side }: NewDocument,
): Promise<void> {
  const newer = await db
    .selectFrom('document')
    .select('version')
    .where('call', '=', call)
    .where('kind', '=', kind)
    .where('side', '=', side)
    .where('version', '>', version)
    .executeTakeFirst()
  if (newer) throw new Refusal('document-exists')
  const { numDeletedRows } = await db
    .deleteFrom('document')
    .where('call', '=', call)
    .where('kind', '=', kind)
    .where('side', '=', side)
    .where('version', '<', version)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('call')
    .set({ documents: sql<number>`documents - ${Number(numDeletedRows)}` })
    .where('id', '=', call)
    .execute()
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
