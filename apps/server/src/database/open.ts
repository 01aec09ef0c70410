import { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { MIGRATIONS } from './migrations.ts'
import { postgresDialect } from './postgres.ts'
import type { Database, Schema } from './schema.ts'
import { sqliteDialect } from './sqlite.ts'

/** Where the server keeps what it stores. */
export type DatabaseAt = { is: 'sqlite'; file: string } | { is: 'postgres'; url: string }

/** Opens it and brings it to the newest migration. The caller disposes of it. */
export async function openDatabase(at: DatabaseAt): Promise<Database> {
  const dialect = at.is === 'sqlite' ? sqliteDialect(at.file) : postgresDialect(at.url)
  const db = new Kysely<Schema>({ dialect })
  try {
    await migrate(db)
    return db
  } catch (cause) {
    await db.destroy()
    throw cause
  }
}

async function migrate(db: Database): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve(MIGRATIONS) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw new Error('The database could not be migrated', { cause: error })
}
