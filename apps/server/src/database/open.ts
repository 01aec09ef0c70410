import { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { MIGRATIONS } from './migrations.ts'
import { openError } from './openError.ts'
import { postgresDialect } from './postgres.ts'
import type { Database, Schema } from './schema.ts'
import { sqliteDialect } from './sqlite.ts'

/** Where the server keeps what it stores. */
export type DatabaseAt = { is: 'sqlite'; file: string } | { is: 'postgres'; url: string }

/** Opens it and brings it to the newest migration, or throws a sentence. The caller disposes of it. */
export async function openDatabase(at: DatabaseAt): Promise<Database> {
  await using opening = new AsyncDisposableStack()
  try {
    const dialect = at.is === 'sqlite' ? sqliteDialect(at.file) : postgresDialect(at.url)
    const db = opening.use(new Kysely<Schema>({ dialect }))
    await migrate(db)
    opening.move()
    return db
  } catch (error) {
    throw openError(error, at)
  }
}

async function migrate(db: Database): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve(MIGRATIONS) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw new Error('The database could not be migrated', { cause: error })
}
