import { PostgresAdapter, type Kysely } from 'kysely'

/** Files of desks, in pieces, and what they are put and got with. They go with their call. */
export async function files(db: Kysely<unknown>): Promise<void> {
  for (const column of ['files', 'file_bytes'])
    // oxlint-disable-next-line no-await-in-loop -- SQLite adds one column at a time
    await db.schema
      .alterTable('side')
      .addColumn(column, 'bigint', (c) => c.notNull().defaultTo(0))
      .execute()
  await db.schema
    .createTable('file')
    .addColumn('call', 'text', (c) => c.notNull().references('call.id').onDelete('cascade'))
    .addColumn('file', 'text', (c) => c.notNull())
    .addColumn('side', 'text', (c) => c.notNull())
    .addColumn('bytes', 'bigint', (c) => c.notNull())
    .addColumn('offered_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('file_key', ['call', 'file'])
    .execute()
  await db.schema
    .createTable('file_piece')
    .addColumn('call', 'text', (c) => c.notNull())
    .addColumn('file', 'text', (c) => c.notNull())
    .addColumn('place', 'bigint', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('content', bytesOf(db))
    .addPrimaryKeyConstraint('file_piece_key', ['call', 'file', 'place'])
    .addForeignKeyConstraint('piece_of_file', ['call', 'file'], 'file', ['call', 'file'], (c) =>
      c.onDelete('cascade'),
    )
    .execute()
  await db.schema
    .createIndex('file_piece_hash')
    .on('file_piece')
    .columns(['call', 'hash'])
    .execute()
  await db.schema
    .createTable('file_bearer')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('call', 'text', (c) => c.notNull().references('call.id').onDelete('cascade'))
    .addColumn('side', 'text', (c) => c.notNull())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .execute()
}

/** The column type for bytes. */
function bytesOf(db: Kysely<unknown>): 'bytea' | 'blob' {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'bytea' : 'blob'
}
