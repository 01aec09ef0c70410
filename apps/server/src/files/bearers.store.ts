import { createHash, randomBytes } from 'node:crypto'
import { FileBearer, Hash, LIMITS, Refusal, type CallId, type SideId } from '@parley/protocol'
import * as v from 'valibot'
import type { Connection } from '../database/schema.ts'

/** Whom a bearer speaks for. */
export type Bearing = { call: CallId; side: SideId }

/** A new one for that desk. Only its hash is kept. */
export async function addBearer(
  db: Connection,
  { call, side, at }: Bearing & { at: number },
): Promise<FileBearer> {
  const bearer = v.parse(FileBearer, randomBytes(32).toString('base64url'))
  const until = at + LIMITS.fileBearerMs
  await db
    .insertInto('file_bearer')
    .values({ token_hash: hashOf(bearer), call, side, until })
    .execute()
  return bearer
}

/** Whose desk shows that header. Refuses with `not-signed-in`. */
export async function bearingOf(
  db: Connection,
  { header, at }: { header: string | undefined; at: number },
): Promise<Bearing> {
  const shown = v.safeParse(FileBearer, header?.replace(/^Bearer /, ''))
  if (!shown.success) throw new Refusal('not-signed-in')
  const row = await db
    .selectFrom('file_bearer')
    .select(['call', 'side'])
    .where('token_hash', '=', hashOf(shown.output))
    .where('until', '>', at)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-signed-in')
  return row
}

/** Lets go of those whose time is over. */
export async function dropBearers(db: Connection, { at }: { at: number }): Promise<void> {
  await db.deleteFrom('file_bearer').where('until', '<=', at).execute()
}

function hashOf(bearer: FileBearer): Hash {
  return v.parse(Hash, createHash('sha256').update(bearer).digest('base64url'))
}
