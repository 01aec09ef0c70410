import type { RecordSeal } from '../documents/recordSeal.ts'
import { tipsOf } from './order.ts'
import { recordHash, recordHead, type RecordFile } from './recordFile.ts'
import type { ReadRecord } from './readRecord.ts'

/** What a side signs of a record, besides what every document begins with. */
export type SealedRecord = Pick<
  RecordSeal,
  'file' | 'head' | 'heads' | 'tips' | 'entries' | 'from' | 'to'
>

/** What is to be signed of that file, in which this is. */
export async function sealedRecord(
  file: RecordFile,
  { papers, entries }: ReadRecord,
): Promise<SealedRecord> {
  const times = entries.map(({ entry }) => entry.at)
  return {
    file: await recordHash(file),
    head: await recordHead(file),
    heads: papers.heads,
    tips: tipsOf(entries),
    entries: entries.length,
    from: times.reduce((least, at) => Math.min(least, at), times[0] ?? 0),
    to: times.reduce((most, at) => Math.max(most, at), 0),
  }
}
