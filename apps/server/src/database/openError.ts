import { StartError } from '../startError.ts'
import type { DatabaseAt } from './open.ts'

/** Primary result codes of SQLite. */
const SQLITE = { busy: 5, io: 10, corrupt: 11, full: 13, notADatabase: 26 } as const
/** What the system says when nothing listens there, or nothing comes back; or PostgreSQL, that it is not up yet. */
const SILENT: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'ETIMEDOUT',
  '57P03',
])
/** What PostgreSQL says of whoever may not come in: no such user, password or database. */
const TURNED_AWAY: ReadonlySet<string> = new Set(['28000', '28P01', '3D000', '42501'])

/** The sentence for a database that did not open, if whoever started the server can put it right; else the error. */
export function openError(error: unknown, at: DatabaseAt): unknown {
  const sentence =
    ofMigrations(error) ?? (at.is === 'sqlite' ? ofSqlite(error, at.file) : ofPostgres(error))
  return sentence === undefined ? error : new StartError(sentence, { cause: error })
}

function ofMigrations(error: unknown): string | undefined {
  const isNewer = chain(error).some(({ message }) =>
    /executed migration .+ is missing/.test(message),
  )
  return isNewer
    ? 'The database is of a newer Parley: start that one, or put back a copy from before it.'
    : undefined
}

function ofSqlite(error: unknown, file: string): string | undefined {
  const codes = chain(error).map((link) => ('errcode' in link ? Number(link.errcode) & 0xff : 0))
  const is = (code: number) => codes.includes(code)
  if (is(SQLITE.full)) return 'The disk is full: make room, then start again.'
  if (is(SQLITE.io))
    return `The disk with the database ${file} is full or fails: make room, then start again.`
  if (is(SQLITE.corrupt) || is(SQLITE.notADatabase))
    return `The database ${file} is damaged: put a copy back, or move it away to begin anew.`
  if (is(SQLITE.busy)) return `The database ${file} is in use: end the other server first.`
  if (codes.some((code) => code > 0))
    return `The database ${file} cannot be written: make it writable, or set PARLEY_DATA to another folder.`
  return undefined
}

function ofPostgres(error: unknown): string | undefined {
  const links = chain(error)
  const codes = links.map((link) => ('code' in link ? String(link.code) : ''))
  const isLate = links.some(({ message }) => /timeout|terminated/i.test(message))
  if (isLate || codes.some((code) => SILENT.has(code)))
    return 'The PostgreSQL of DATABASE_URL does not answer: start it, or set DATABASE_URL to another.'
  if (codes.some((code) => TURNED_AWAY.has(code)))
    return 'The PostgreSQL of DATABASE_URL does not let Parley in: see user, password and database there.'
  if (codes.includes('ERR_INVALID_URL'))
    return 'DATABASE_URL is no address: write it as postgres://USER:PASSWORD@HOST:PORT/DATABASE.'
  if (codes.includes('53100'))
    return 'The disk of the PostgreSQL of DATABASE_URL is full: make room there, then start again.'
  return undefined
}

/** An error and what it came of. */
function chain(error: unknown): Error[] {
  return error instanceof Error ? [error, ...chain(error.cause)] : []
}
