import { PostgresDialect } from 'kysely'
import { Pool, types as parsers } from 'pg'

/** int8 comes as a string unless told otherwise; ours are counts and milliseconds, far below 2^53. */
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === 20 && format !== 'binary'
      ? Number
      : parsers.getTypeParser(oid, format)) as typeof parsers.getTypeParser,
}

/** Connections of one server. Larger: PostgreSQL runs out of them with many servers. Smaller: requests queue. */
const POOL = 10

/** How long a connection may take. Larger: a start, or a request, hangs on a PostgreSQL that is silent. Smaller: a busy one is taken for silent. */
const CONNECT_MS = 10_000

/** Over a pool of its own, which Kysely closes. */
export function postgresDialect(url: string): PostgresDialect {
  const pool = new Pool({
    connectionString: url,
    max: POOL,
    connectionTimeoutMillis: CONNECT_MS,
    types,
  })
  pool.on('error', () => undefined)
  return new PostgresDialect({ pool })
}
