import { createHash } from 'node:crypto'
import { Hash, LIMITS, Refusal, type Bytes, type CallId, type SideId } from '@parley/protocol'
import { sql } from 'kysely'
import * as v from 'valibot'
import type { Connection, Database } from '../database/schema.ts'

/** A file as its desk offers it. */
export type Offer = {
  call: CallId
  side: SideId
  bytes: number
  pieces: readonly Hash[]
  at: number
}

/** Rows that are written at once. Larger: SQLite takes no more values. Smaller: more statements. */
const ROWS = 500

/**
 * Keeps room for it, unless that very file is there, and gives its name. Refuses with `malformed` where the pieces do
 * not come to the bytes, and with `full`.
 */
export async function offerFile(db: Database, offer: Offer): Promise<Hash> {
  const { call, side, bytes, pieces, at } = offer
  if (pieces.length !== Math.ceil(bytes / LIMITS.pieceBytes)) throw new Refusal('malformed')
  const file = nameOf(pieces)
  await db.transaction().execute(async (tx) => {
    const added = await tx
      .insertInto('file')
      .values({ call, file, side, bytes, offered_at: at })
      .onConflict((c) => c.columns(['call', 'file']).doNothing())
      .returning('file')
      .executeTakeFirst()
    if (!added) return
    await count(tx, { call, side, files: 1, bytes })
    const rows = pieces.map((hash, place) => ({ call, file, place, hash, content: null }))
    for (let from = 0; from < rows.length; from += ROWS)
      // oxlint-disable-next-line no-await-in-loop -- one transaction says one thing after another
      await tx
        .insertInto('file_piece')
        .values(rows.slice(from, from + ROWS))
        .execute()
  })
  return file
}

/** The pieces that were not put yet, each once. */
export async function missingPieces(
  db: Connection,
  { call, file }: { call: CallId; file: Hash },
): Promise<Hash[]> {
  const rows = await db
    .selectFrom('file_piece')
    .select('hash')
    .where('call', '=', call)
    .where('file', '=', file)
    .where('content', 'is', null)
    .orderBy('place')
    .execute()
  return [...new Set(rows.map(({ hash }) => hash))]
}

/** Puts a piece wherever files of the call await it. Refuses with `malformed` and `file-unknown`. */
export async function putPiece(
  db: Database,
  { call, hash, content }: { call: CallId; hash: Hash; content: Bytes },
): Promise<void> {
  if (createHash('sha256').update(content).digest('base64url') !== hash)
    throw new Refusal('malformed')
  const places = await db
    .selectFrom('file_piece')
    .innerJoin('file', (j) =>
      j.onRef('file.call', '=', 'file_piece.call').onRef('file.file', '=', 'file_piece.file'),
    )
    .select(['place', 'bytes'])
    .where('file_piece.call', '=', call)
    .where('hash', '=', hash)
    .execute()
  if (places.length === 0) throw new Refusal('file-unknown')
  if (places.some((at) => lengthAt(at) !== content.length)) throw new Refusal('malformed')
  await db
    .updateTable('file_piece')
    .set({ content })
    .where('call', '=', call)
    .where('hash', '=', hash)
    .where('content', 'is', null)
    .execute()
}

/** A piece that was put. Refuses with `file-unknown`. */
export async function pieceOf(
  db: Connection,
  { call, hash }: { call: CallId; hash: Hash },
): Promise<Bytes> {
  const row = await db
    .selectFrom('file_piece')
    .select('content')
    .where('call', '=', call)
    .where('hash', '=', hash)
    .where('content', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  if (!row?.content) throw new Refusal('file-unknown')
  return row.content
}

/** Lets go of a file that the side offered. Refuses with `file-unknown`, and with `not-permitted` where it is published. */
export async function removeFile(
  db: Database,
  { call, side, file }: { call: CallId; side: SideId; file: Hash },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const shown = await tx
      .selectFrom('public_file')
      .select('item')
      .where('call', '=', call)
      .where('file', '=', file)
      .limit(1)
      .executeTakeFirst()
    if (shown) throw new Refusal('not-permitted')
    const row = await tx
      .deleteFrom('file')
      .where('call', '=', call)
      .where('side', '=', side)
      .where('file', '=', file)
      .returning('bytes')
      .executeTakeFirst()
    if (!row) throw new Refusal('file-unknown')
    await count(tx, { call, side, files: -1, bytes: -row.bytes })
  })
}

/** Lets go of files that were offered before that time and are still not whole. */
export async function dropUnfinished(db: Database, { before }: { before: number }): Promise<void> {
  const unfinished = await db
    .selectFrom('file')
    .select(['call', 'side', 'file'])
    .where('offered_at', '<', before)
    .where((e) =>
      e.exists(
        e
          .selectFrom('file_piece')
          .select('place')
          .whereRef('file_piece.call', '=', 'file.call')
          .whereRef('file_piece.file', '=', 'file.file')
          .where('content', 'is', null),
      ),
    )
    .execute()
  for (const file of unfinished)
    // oxlint-disable-next-line no-await-in-loop -- a few, and none waits for it
    await removeFile(db, file).catch(passOverGone)
}

/** Another server was quicker. */
function passOverGone(error: unknown): void {
  if (!(error instanceof Refusal)) throw error
}

/** The name of a file: SHA-256 over the hashes of its pieces. */
function nameOf(pieces: readonly Hash[]): Hash {
  const hashes = createHash('sha256')
  for (const piece of pieces) hashes.update(Buffer.from(piece, 'base64url'))
  return v.parse(Hash, hashes.digest('base64url'))
}

function lengthAt({ place, bytes }: { place: number; bytes: number }): number {
  return Math.min(LIMITS.pieceBytes, bytes - place * LIMITS.pieceBytes)
}

/** Adds to what the side has. What one side puts takes nothing from another's share. */
async function count(
  tx: Connection,
  { call, side, files, bytes }: { call: CallId; side: SideId; files: number; bytes: number },
): Promise<void> {
  const row = await tx
    .updateTable('side')
    .set({
      files: sql<number>`files + ${files}`,
      file_bytes: sql<number>`file_bytes + ${bytes}`,
    })
    .where('call', '=', call)
    .where('side', '=', side)
    .returning(['files', 'file_bytes'])
    .executeTakeFirstOrThrow()
  if (files < 0) return
  if (row.files > LIMITS.filesPerSide) throw new Refusal('full')
  if (row.file_bytes > LIMITS.fileBytesPerSide) throw new Refusal('full')
}

/** All of a file. Refuses with `file-unknown` where it is not there, or not whole. */
export async function wholeFile(
  db: Connection,
  { call, file }: { call: CallId; file: Hash },
): Promise<Bytes> {
  const row = await db
    .selectFrom('file')
    .select('bytes')
    .where('call', '=', call)
    .where('file', '=', file)
    .executeTakeFirst()
  if (!row) throw new Refusal('file-unknown')
  const whole = new Uint8Array(row.bytes)
  for (let at = 0; at < row.bytes; at += LIMITS.pieceBytes) {
    const place = at / LIMITS.pieceBytes
    // oxlint-disable-next-line no-await-in-loop -- one piece beside the whole at a time
    whole.set(await pieceAt(db, { call, file, place }), at)
  }
  return whole
}

/** The piece of a file at that place, from 0. Refuses with `file-unknown`. */
export async function pieceAt(
  db: Connection,
  { call, file, place }: { call: CallId; file: Hash; place: number },
): Promise<Bytes> {
  const row = await db
    .selectFrom('file_piece')
    .select('content')
    .where('call', '=', call)
    .where('file', '=', file)
    .where('place', '=', place)
    .executeTakeFirst()
  if (!row?.content) throw new Refusal('file-unknown')
  return row.content
}
