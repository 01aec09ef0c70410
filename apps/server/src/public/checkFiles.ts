import { createHash } from 'node:crypto'
import { Refusal, type Bytes, type CallId, type Hash } from '@parley/protocol'
import { stripManifests, type PublicVersion } from '@parley/release'
import type { Connection } from '../database/schema.ts'
import { wholeFile } from '../files/files.store.ts'
import type { GivenFile } from './publications.store.ts'

/** A file that a version names. */
type Named = Pick<GivenFile, 'type' | 'hash'>

/** The files that a version names. */
function namedBy({ is, payload }: PublicVersion): Named[] {
  if (is === 'clip') return payload.files.map(({ type, hash }) => ({ type, hash }))
  return is === 'record' ? [{ type: 'application/json', hash: payload.file }] : []
}

/**
 * The files of a version, each being the one that it names once its manifests are taken out. A clip has all of its
 * files; a record may go without. Refuses with `malformed`, and with `file-unknown`.
 */
export async function checkFiles(
  db: Connection,
  {
    call,
    version,
    files,
  }: {
    call: CallId
    version: PublicVersion
    files: readonly { hash: Hash; file: Hash }[]
  },
): Promise<GivenFile[]> {
  const named = namedBy(version)
  const given = named.flatMap((one) =>
    files.filter(({ hash }) => hash === one.hash).map(({ file }) => ({ ...one, file })),
  )
  if (given.length !== files.length) throw new Refusal('malformed')
  if (version.is === 'clip' && given.length < named.length) throw new Refusal('file-unknown')
  for (const { hash, file } of given) {
    // oxlint-disable-next-line no-await-in-loop -- one large file in memory at a time
    const bytes = await wholeFile(db, { call, file })
    if (!isFile(bytes, hash)) throw new Refusal('malformed')
  }
  return given
}

function isFile(bytes: Bytes, hash: Hash): boolean {
  return hashOf(bytes) === hash || hashOf(stripManifests(bytes)) === hash
}

function hashOf(bytes: Bytes): string {
  return createHash('sha256').update(bytes).digest('base64url')
}
