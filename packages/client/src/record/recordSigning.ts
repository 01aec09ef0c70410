import type { Hash } from '@parley/protocol'
import {
  makeRecordFile,
  papersOf,
  RECORD_KIND,
  recordRefusalKind,
  sealedRecord,
  writeRecordExport,
} from '@parley/release'
import { CannotSign } from '../desk/cannotSign.ts'
import { releaseSignatures } from '../release/releaseState.ts'
import { signReleaseAgain, signReleaseAs } from '../release/signing.ts'
import type { RecordBook } from './recordBook.ts'

/** Signs the record as this desk has it now, as a new wording. Rejects with `CannotSign`. */
export async function signRecord(book: RecordBook): Promise<Hash> {
  const { says } = await ownFile(book)
  return signReleaseAs(book.hands, book.releases, { is: 'record', kind: RECORD_KIND, says })
}

/** Signs the very wording that another side signed, which this desk has come to itself. Rejects with `CannotSign`. */
export async function signWording(book: RecordBook, hash: Hash): Promise<Hash> {
  const { wording } = book.now
  const signed = releaseSignatures(book.releases.state, 'record', RECORD_KIND)
  const first = signed.find((one) => one.hash === hash)
  if (wording?.hash !== hash || !wording.file || !first) throw new CannotSign('unknown-draft')
  return signReleaseAgain(book.hands, book.releases, first)
}

/** Says that this side does not sign that wording, and why. Rejects with `CannotSign`. */
export function refuseWording(
  book: RecordBook,
  { hash, reason }: { hash: Hash; reason: string },
): Promise<Hash> {
  const { side } = book.hands.book.record
  return signReleaseAs(book.hands, book.releases, {
    is: 'record-refusal',
    kind: recordRefusalKind(side),
    says: { side, record: hash, reason },
  })
}

/** The record as a file for whoever wants to verify it: the wording that was signed, or what there is now. */
export async function exportedRecord(book: RecordBook): Promise<string> {
  const { state } = book.releases
  const { wording } = book.now
  const file = wording?.file ?? (await ownFile(book)).file
  const order = [...state.seals.keys()]
  const signed = Map.groupBy(releaseSignatures(state, 'record', RECORD_KIND), ({ hash }) => hash)
  const versionOf = (hash: Hash) => signed.get(hash)?.[0]?.payload.version ?? 0
  const versions = [...signed]
    .toSorted(([a], [b]) => versionOf(a) - versionOf(b) || (a < b ? -1 : 1))
    .map(([, same]) =>
      order.flatMap((side) => same.find(({ signer }) => signer === side)?.jws ?? []),
    )
  const refusals = releaseSignatures(state, 'record-refusal')
    .toSorted(
      (a, b) =>
        order.indexOf(a.signer) - order.indexOf(b.signer) || a.payload.version - b.payload.version,
    )
    .map(({ jws }) => jws)
  return writeRecordExport({ file, versions: wording?.file ? versions : [], refusals })
}

async function ownFile(book: RecordBook) {
  const { papers, entries } = book.now
  const { documents, book: records } = book.hands
  const { root, seals } = documents.documents
  if (!papers || !root) throw new CannotSign('unknown-draft')
  const of = { root, seals, heads: papers.heads }
  const signed = papersOf((side, kind) => documents.signedBy(side, kind), of)
  const file = makeRecordFile({ call: records.record.call, papers: signed, entries })
  return { file, says: await sealedRecord(file, { papers, entries }) }
}
