import { CallId, type Bytes, type Hash } from '@parley/protocol'
import { sha256Text, utf8, type SignedEntry } from '@parley/seal'
import * as v from 'valibot'
import { RecordPapers } from './papers.ts'
import { inOrder } from './order.ts'
import { StrictJws } from './strictJws.ts'

/** Larger: a record that takes minutes to verify. Smaller: the day of a large delegation does not fit. */
const ENTRIES = 200_000

/** The record of a call: what was agreed, and what its devices and desks signed, in one order. What it proves it proves by itself. */
export const RecordFile = v.strictObject({
  parley: v.literal(1),
  is: v.literal('record'),
  call: CallId,
  papers: RecordPapers,
  entries: v.pipe(v.array(StrictJws), v.maxLength(ENTRIES)),
})
export type RecordFile = v.InferOutput<typeof RecordFile>

/** The file that these make: the same for the same entries, in whatever order they come. */
export function makeRecordFile({
  call,
  papers,
  entries,
}: Pick<RecordFile, 'call' | 'papers'> & { entries: readonly SignedEntry[] }): RecordFile {
  return { parley: 1, is: 'record', call, papers, entries: inOrder(entries).map(({ jws }) => jws) }
}

/** What the sides sign the hash of. */
export function recordBytes({ parley, is, call, papers, entries }: RecordFile): Bytes {
  const { plans, delegations, withdrawals } = papers
  return utf8(
    JSON.stringify({ parley, is, call, papers: { plans, delegations, withdrawals }, entries }),
  )
}

/** SHA-256 of the file. */
export function recordHash(file: RecordFile): Promise<Hash> {
  return sha256Text(recordBytes(file))
}

/** The last link of the chain over the entries in their order: each is the SHA-256 of `LINK JWS`, the first link before all being that of `parley record`. */
export async function recordHead({ entries }: Pick<RecordFile, 'entries'>): Promise<Hash> {
  let link = await sha256Text(utf8('parley record'))
  // oxlint-disable-next-line no-await-in-loop -- each link is over the one before it
  for (const jws of entries) link = await sha256Text(utf8(`${link} ${jws}`))
  return link
}
