import type { CallId, CompactJws } from '@parley/protocol'
import { RecordFile, writeRecordExport, type PublicItem } from '@parley/release'
import * as v from 'valibot'
import type { Connection } from '../database/schema.ts'
import { wholeFile } from '../files/files.store.ts'
import type { PublicFile } from './publicRows.store.ts'

type Of = { readonly call: CallId; readonly item: PublicItem }

/**
 * What proves an item: of each version that is public at that time, oldest first, one signature of each side. Nothing
 * where none is.
 */
export async function publicationFile(
  db: Connection,
  { call, item, at }: Of & { at: number },
): Promise<string | undefined> {
  const versions = await versionsOf(db, { call, item, at })
  if (versions.length === 0) return undefined
  return JSON.stringify({ parley: 1, item, versions })
}

/** The record as a desk hands it out: its file, and what every side signed under it. Nothing where the file is no record. */
export async function recordFile(
  db: Connection,
  { call, file, at }: { call: CallId; file: PublicFile; at: number },
): Promise<string | undefined> {
  const versions = await versionsOf(db, { call, item: file.item, at })
  const read = v.safeParse(RecordFile, jsonIn(await wholeFile(db, { call, file: file.file })))
  return read.success ? writeRecordExport({ file: read.output, versions, refusals: [] }) : undefined
}

async function versionsOf(
  db: Connection,
  { call, item, at }: Of & { at: number },
): Promise<CompactJws[][]> {
  const rows = await db
    .selectFrom('publication')
    .select('signatures')
    .where('call', '=', call)
    .where('item', '=', item)
    .where('public_from', '<=', at)
    .orderBy('version')
    .execute()
  return rows.map(({ signatures }) => JSON.parse(signatures) as CompactJws[])
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
