import type { CallId, Hash, PublicKey, SideId } from '@parley/protocol'
import {
  behind,
  BrokenRecord,
  countEntries,
  makeRecordFile,
  papersOf,
  readPapers,
  RECORD_KIND,
  recordHash,
  recordRefusalKind,
  type CountedEntry,
  type PayloadOf,
  type RecordFile,
  type RecordPapers,
  type SignedBy,
} from '@parley/release'
import type { Heads, SignedEntry } from '@parley/seal'
import { releaseSignatures, type ReleaseState } from '../release/releaseState.ts'

/** What a side said of a wording of the record. */
export type SideWord =
  | { readonly side: SideId; readonly is: 'signed' }
  | { readonly side: SideId; readonly is: 'refused'; readonly reason: string }
  /** It signed another wording under that very version: it can sign none but a later one. */
  | { readonly side: SideId; readonly is: 'signed-other' }
  | { readonly side: SideId; readonly is: 'awaited' }

/** The newest wording of the record that anybody signed. */
export type RecordWording = {
  readonly hash: Hash
  readonly payload: PayloadOf<'record'>
  /** In the order of the plan. */
  readonly said: readonly SideWord[]
  readonly isAgreed: boolean
}

/** The newest one; nothing while nobody signed any. */
export function newestWording(state: ReleaseState): RecordWording | undefined {
  const signed = releaseSignatures(state, 'record', RECORD_KIND)
  const newest = signed
    .toSorted((a, b) => a.payload.version - b.payload.version || (a.hash < b.hash ? -1 : 1))
    .at(-1)
  if (!newest) return undefined
  const { hash, payload } = newest
  const said = [...state.seals.keys()].map((side): SideWord => {
    if (signed.some((one) => one.signer === side && one.hash === hash))
      return { side, is: 'signed' }
    const refusal = releaseSignatures(state, 'record-refusal', recordRefusalKind(side))
      .filter((one) => one.payload.record === hash)
      .at(-1)
    if (refusal) return { side, is: 'refused', reason: refusal.payload.reason }
    const hasOther = signed.some(
      (one) => one.signer === side && one.payload.version === payload.version,
    )
    return { side, is: hasOther ? 'signed-other' : 'awaited' }
  })
  return { hash, payload, said, isAgreed: said.every(({ is }) => is === 'signed') }
}

/** The papers as they were when the heads were these, and the entries that count by them. */
export type RecordGround = {
  readonly call: CallId
  readonly root: Hash
  readonly seals: ReadonlyMap<SideId, PublicKey>
  readonly signedBy: SignedBy
}

/** What counts of these entries, by what was agreed when the heads were these. */
export async function countedBy(
  { call, root, seals, signedBy }: RecordGround,
  { heads, entries }: { heads: Heads; entries: Iterable<SignedEntry> },
) {
  const papers: RecordPapers = papersOf(signedBy, { root, seals, heads })
  const read = await readPapers(papers, call)
  return { papers, read, entries: await countEntries([...entries], read) }
}

/** The file that this wording is of, from one's own papers and entries; nothing where that is not what one comes to oneself. */
export async function fileOfWording(
  ground: RecordGround,
  { payload, entries }: { payload: PayloadOf<'record'>; entries: Iterable<SignedEntry> },
): Promise<RecordFile | undefined> {
  try {
    const counted = await countedBy(ground, { heads: payload.heads, entries })
    const known = new Map<Hash, CountedEntry>(counted.entries.map((one) => [one.hash, one]))
    const file = makeRecordFile({
      call: ground.call,
      papers: counted.papers,
      entries: behind(payload.tips, known),
    })
    return (await recordHash(file)) === payload.file ? file : undefined
  } catch (error) {
    if (error instanceof BrokenRecord) return undefined
    throw error
  }
}
