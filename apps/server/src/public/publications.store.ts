import {
  LIMITS,
  Refusal,
  type CallId,
  type CompactJws,
  type Hash,
  type SideId,
} from '@parley/protocol'
import type { PublicItem, PublicVersion } from '@parley/release'
import type { Connection, Database, Schema } from '../database/schema.ts'
import { takeDocumentShare } from '../documents/documents.store.ts'
import { headingOf } from './heading.ts'

/** A version as it came: what it says, and its signatures. */
export type GivenVersion = PublicVersion & { readonly signatures: readonly CompactJws[] }

/** A file of the newest version: what it is, by the hash that the version names, and the name it was put under. */
export type GivenFile = { readonly type: string; readonly hash: Hash; readonly file: Hash }

type Given = {
  readonly call: CallId
  readonly side: SideId
  readonly item: PublicItem
  readonly versions: readonly GivenVersion[]
  readonly files: readonly GivenFile[]
  readonly at: number
  /** Nothing is shown before. */
  readonly publicFrom: number
}

type Kept = Pick<Schema['publication'], 'version' | 'hash' | 'public_from'>

/**
 * Adds the versions that are not there yet, and gives from when on the newest is public. A newer one brings those
 * before it along. Refuses with `broken-chain`, `file-unknown` and `full`.
 */
export async function addPublication(db: Database, given: Given): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { call, item, side, versions, at, publicFrom } = given
    await oneAtATime(tx, call)
    const kept = await keptVersions(tx, { call, item })
    const fresh = freshOf(kept, versions)
    const newest = kept.at(-1)
    if (fresh.length === 0 && newest) return sooner(tx, given, newest)
    if (kept.length + fresh.length > LIMITS.versionsPerItem) throw new Refusal('full')
    const rows = fresh.map((version) => ({
      call,
      item,
      version: version.payload.version,
      hash: version.hash,
      stored_at: at,
      public_from: publicFrom,
      heading: JSON.stringify(headingOf(version)),
      signatures: JSON.stringify(version.signatures),
    }))
    const characters = rows.reduce((sum, { signatures }) => sum + signatures.length, 0)
    await takeDocumentShare(tx, { call, side }, { documents: rows.length, characters })
    await showFrom(tx, given)
    await tx.insertInto('publication').values(rows).execute()
    await addFiles(tx, given)
    return publicFrom
  })
}

/** What was handed over early is public sooner where a desk that may publish it says so. */
async function sooner(tx: Connection, given: Given, newest: Kept): Promise<number> {
  if (given.versions.at(-1)?.hash !== newest.hash) return newest.public_from
  await showFrom(tx, given)
  return Math.min(newest.public_from, given.publicFrom)
}

async function showFrom(tx: Connection, { call, item, publicFrom }: Given): Promise<void> {
  await tx
    .updateTable('publication')
    .set({ public_from: publicFrom })
    .where('call', '=', call)
    .where('item', '=', item)
    .where('public_from', '>', publicFrom)
    .execute()
}

/** Two desks may publish the same at once: the second then sees what the first added. */
async function oneAtATime(tx: Connection, call: CallId): Promise<void> {
  await tx.updateTable('call').set({ id: call }).where('id', '=', call).execute()
}

function keptVersions(
  tx: Connection,
  { call, item }: Pick<Given, 'call' | 'item'>,
): Promise<Kept[]> {
  return tx
    .selectFrom('publication')
    .select(['version', 'hash', 'public_from'])
    .where('call', '=', call)
    .where('item', '=', item)
    .orderBy('version')
    .execute()
}

/** Those that follow what is kept, each naming the one before it. */
function freshOf(kept: readonly Kept[], versions: readonly GivenVersion[]): GivenVersion[] {
  const known = new Set(kept.map(({ hash }) => hash))
  const fresh = versions.filter(({ hash }) => !known.has(hash))
  let before: { hash: Hash; version: number } | undefined = kept.at(-1)
  for (const { hash, payload } of fresh) {
    const { previous, version } = payload
    if (previous !== (before?.hash ?? null) || version <= (before?.version ?? 0))
      throw new Refusal('broken-chain')
    before = { hash, version }
  }
  return fresh
}

async function addFiles(tx: Connection, { call, item, versions, files }: Given): Promise<void> {
  const version = versions.at(-1)?.payload.version
  if (files.length === 0 || version === undefined) return
  const there = await tx
    .selectFrom('file')
    .select('file')
    .where('call', '=', call)
    .where(
      'file',
      'in',
      files.map(({ file }) => file),
    )
    .execute()
  if (files.some(({ file }) => !there.some((one) => one.file === file)))
    throw new Refusal('file-unknown')
  await tx
    .insertInto('public_file')
    .values(files.map((file) => ({ call, item, version, ...file })))
    .execute()
}

/** All that was handed over of a call, in the order of items and versions. */
export async function publishedOf(
  db: Connection,
  call: CallId,
): Promise<Pick<Schema['publication'], 'item' | 'version' | 'hash' | 'public_from'>[]> {
  return db
    .selectFrom('publication')
    .select(['item', 'version', 'hash', 'public_from'])
    .where('call', '=', call)
    .orderBy('item')
    .orderBy('version')
    .execute()
}
