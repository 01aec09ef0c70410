import type { CallId, Hash } from '@parley/protocol'
import type { PublicItem } from '@parley/release'
import type { Connection, Schema } from '../database/schema.ts'
import type { Heading } from './heading.ts'

/** A version as the page of its call reads it. */
export type PublicRow = Pick<
  Schema['publication'],
  'item' | 'version' | 'hash' | 'public_from' | 'signatures'
>

/** A file as it is served: with whatever manifests it came. */
export type PublicFile = Pick<
  Schema['public_file'],
  'item' | 'version' | 'type' | 'hash' | 'file'
> & {
  readonly bytes: number
}

/** A version as lists show it. */
export type Listed = {
  readonly call: CallId
  readonly item: PublicItem
  readonly version: number
  readonly hash: Hash
  readonly publicFrom: number
  readonly heading: Heading
}

/** Versions in a list. Larger: a list that takes longer. Smaller: older ones are not found. */
const LISTED = 500

/** All of a call that is public at that time, in the order of items and versions. */
export function publicRows(
  db: Connection,
  { call, at }: { call: CallId; at: number },
): Promise<PublicRow[]> {
  return db
    .selectFrom('publication')
    .select(['item', 'version', 'hash', 'public_from', 'signatures'])
    .where('call', '=', call)
    .where('public_from', '<=', at)
    .orderBy('item')
    .orderBy('version')
    .execute()
}

/** The files of what is public of a call at that time. */
export function publicFiles(
  db: Connection,
  { call, at }: { call: CallId; at: number },
): Promise<PublicFile[]> {
  return db
    .selectFrom('public_file')
    .innerJoin('publication', (j) =>
      j
        .onRef('publication.call', '=', 'public_file.call')
        .onRef('publication.item', '=', 'public_file.item')
        .onRef('publication.version', '=', 'public_file.version'),
    )
    .innerJoin('file', (j) =>
      j.onRef('file.call', '=', 'public_file.call').onRef('file.file', '=', 'public_file.file'),
    )
    .select([
      'public_file.item',
      'public_file.version',
      'public_file.type',
      'public_file.hash',
      'public_file.file',
      'file.bytes',
    ])
    .where('public_file.call', '=', call)
    .where('public_from', '<=', at)
    .orderBy('public_file.version')
    .execute()
}

/** How many versions are public at that time: since none is ever taken away, the same number is the same list. */
export async function countPublic(
  db: Connection,
  { call, at }: { call?: CallId | undefined; at: number },
): Promise<number> {
  const all = db
    .selectFrom('publication')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('public_from', '<=', at)
  const { count } = await (
    call === undefined ? all : all.where('call', '=', call)
  ).executeTakeFirstOrThrow()
  return count
}

/** The newest that is public at that time, the newest first. */
export async function newestPublic(db: Connection, at: number): Promise<Listed[]> {
  const rows = await db
    .selectFrom('publication')
    .select(['call', 'item', 'version', 'hash', 'public_from', 'heading'])
    .where('public_from', '<=', at)
    .orderBy('public_from', 'desc')
    .orderBy('stored_at', 'desc')
    .orderBy('version', 'desc')
    .limit(LISTED)
    .execute()
  return rows.map(({ public_from, heading, ...row }) => ({
    ...row,
    publicFrom: public_from,
    heading: JSON.parse(heading) as Heading,
  }))
}
