import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely'

/** A stored write survives a power cut; a second process waits up to 5 s for the first. */
const PRAGMAS =
  'pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000; pragma foreign_keys = on'

/** Opens or creates the file; `:memory:` is a database that nothing outlives. */
export function sqliteDialect(file: string): SqliteDialect {
  const sqlite = new DatabaseSync(file)
  sqlite.exec(PRAGMAS)
  return new SqliteDialect({ database: forKysely(sqlite) })
}

function forKysely(sqlite: DatabaseSync): SqliteDatabase {
  return { prepare: (sql) => statement(sqlite.prepare(sql)), close: () => sqlite.close() }
}

function statement(s: StatementSync): SqliteStatement {
  return {
    reader: s.columns().length > 0,
    all: (parameters) => s.all(...bindable(parameters)),
    run: (parameters) => s.run(...bindable(parameters)),
    iterate: (parameters) => s.iterate(...bindable(parameters)),
  }
}

/** `node:sqlite` would take an object for named parameters and store a lone Date as NULL. */
function bindable(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value) => {
    if (value === null || value instanceof Uint8Array) return value
    if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string')
      return value
    throw new TypeError(`SQLite cannot store a ${typeof value}`)
  })
}
