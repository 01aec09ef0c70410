import type { Kysely } from 'kysely'

/** What desks publish, and the files of it. It goes with its call. */
export async function publications(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('publication')
    .addColumn('call', 'text', (c) => c.notNull().references('call.id').onDelete('cascade'))
    .addColumn('item', 'text', (c) => c.notNull())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('stored_at', 'bigint', (c) => c.notNull())
    .addColumn('public_from', 'bigint', (c) => c.notNull())
    .addColumn('heading', 'text', (c) => c.notNull())
    .addColumn('signatures', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('publication_key', ['call', 'item', 'version'])
    .execute()
  await db.schema
    .createIndex('publication_age')
    .on('publication')
    .columns(['public_from'])
    .execute()
  await db.schema
    .createTable('public_file')
    .addColumn('call', 'text', (c) => c.notNull())
    .addColumn('item', 'text', (c) => c.notNull())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('file', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('public_file_key', ['call', 'item', 'version', 'type'])
    .addForeignKeyConstraint(
      'file_of_publication',
      ['call', 'item', 'version'],
      'publication',
      ['call', 'item', 'version'],
      (c) => c.onDelete('cascade'),
    )
    .addForeignKeyConstraint(
      'file_that_is_public',
      ['call', 'file'],
      'file',
      ['call', 'file'],
      (c) => c.onDelete('cascade'),
    )
    .execute()
}
