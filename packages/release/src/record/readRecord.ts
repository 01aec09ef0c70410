import { PLENARY, type Hash } from '@parley/protocol'
import { orNothing, verifyEntry, type SignedEntry } from '@parley/seal'
import { BrokenRecord, type EntryFault } from './fault.ts'
import { inOrder } from './order.ts'
import { readPapers, type ReadPapers } from './readPapers.ts'
import type { RecordFile } from './recordFile.ts'
import { countEntries, type CountedEntry } from './signers.ts'

/** What a record's file says, once every signature in it was verified. */
export type ReadRecord = { readonly papers: ReadPapers; readonly entries: readonly CountedEntry[] }

/** Verifies all that is in a file: its papers, then its entries, one by one. Rejects with `BrokenRecord` at the first that is not as it should be. */
export async function readRecord(file: RecordFile): Promise<ReadRecord> {
  const papers = await readPapers(file.papers, file.call)
  const signed: SignedEntry[] = []
  const seen = new Set<Hash>()
  for (const [place, jws] of file.entries.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- the first that is wrong is named
    const one = await orNothing(() => verifyEntry(jws))
    if (!one) return broken(place, 'signature')
    if (one.entry.call !== file.call || one.entry.room !== PLENARY)
      return broken(place, 'other-call')
    if (seen.has(one.hash)) return broken(place, 'twice')
    seen.add(one.hash)
    signed.push(one)
  }
  const entries = await countEntries(signed, papers)
  const counted = new Set(entries.map(({ hash }) => hash))
  const unknown = signed.findIndex(({ hash }) => !counted.has(hash))
  if (unknown >= 0) return broken(unknown, 'no-signer')
  const ordered = inOrder(signed)
  const misplaced = signed.findIndex(({ hash }, place) => ordered[place]?.hash !== hash)
  if (misplaced >= 0) return broken(misplaced, 'out-of-order')
  return { papers, entries }
}

function broken(place: number, why: EntryFault): never {
  throw new BrokenRecord({ because: 'entry', number: place + 1, why })
}
