import type { Bytes, CompactJws, Hash, PublicKey, SideId } from '@parley/protocol'
import { hashOf, payloadOf } from '@parley/seal'
import { RECORD_KIND, recordRefusalKind } from '../documents/kinds.ts'
import type { RecordRefusal, RecordSeal } from '../documents/recordSeal.ts'
import { readRelease } from '../documents/releaseDocument.ts'
import { BrokenRecord, type RecordFault } from './fault.ts'
import { gapsIn, type RecordGap } from './gaps.ts'
import { readRecordExport, type RecordExport } from './recordExport.ts'
import { readRecord, type ReadRecord } from './readRecord.ts'
import { isSignedBy } from './signed.ts'
import { sealedRecord, type SealedRecord } from './sealRecord.ts'

/** What a side said of a record. */
export type SideSaid = {
  readonly side: SideId
  readonly name: string
  readonly seal: PublicKey
} & (
  | { readonly is: 'signed'; readonly at: number }
  | { readonly is: 'refused'; readonly at: number; readonly reason: string }
  /** It signed, and last another record than this. */
  | { readonly is: 'signed-other'; readonly at: number }
  | { readonly is: 'missing' }
)

/** Whether a record is what its devices and desks signed, and what the sides said of it; or the first thing that is wrong. */
export type RecordVerdict =
  | {
      readonly is: 'proven'
      readonly record: ReadRecord
      readonly gaps: readonly RecordGap[]
      readonly sides: readonly SideSaid[]
      readonly sealed: SealedRecord
    }
  | { readonly is: 'not-proven'; readonly fault: RecordFault }

/** Verifies a record as a desk handed it out. Nothing else is needed for it. */
export async function verifyRecord(bytes: Bytes): Promise<RecordVerdict> {
  try {
    const exported = readRecordExport(bytes)
    const record = await readRecord(exported.file)
    const sealed = await sealedRecord(exported.file, record)
    const sides = await readSides(exported, { record, sealed })
    return { is: 'proven', record, gaps: gapsIn(record.entries), sides, sealed }
  } catch (error) {
    if (!(error instanceof BrokenRecord)) throw error
    return { is: 'not-proven', fault: error.fault }
  }
}

type Said<P> = { readonly payload: P; readonly side: SideId; readonly hash: Hash }

async function readSides(
  { versions, refusals }: Pick<RecordExport, 'versions' | 'refusals'>,
  { record: { papers }, sealed }: { record: ReadRecord; sealed: SealedRecord },
): Promise<SideSaid[]> {
  const signed: Said<RecordSeal>[] = []
  for (const [place, signatures] of versions.entries())
    for (const [at, jws] of signatures.entries()) {
      const fault = { because: 'seal', version: place + 1, number: at + 1 } as const
      const claim = claimOf(jws, RECORD_KIND)
      // oxlint-disable-next-line no-await-in-loop -- the first that is wrong is named
      const side = await signerOf(jws, papers.seals)
      if (claim?.is !== 'record' || claim.payload.call !== papers.call || !side)
        throw new BrokenRecord({ ...fault, why: 'signature' })
      // oxlint-disable-next-line no-await-in-loop -- likewise
      const hash = await hashOf(jws)
      if (claim.payload.file === sealed.file && !isAsSealed(claim.payload, sealed))
        throw new BrokenRecord({ ...fault, why: 'says-otherwise' })
      signed.push({ payload: claim.payload, side, hash })
    }
  if (signed.length > 0 && !signed.some(({ payload }) => payload.file === sealed.file))
    throw new BrokenRecord({ because: 'other-file' })
  const refused = await readRefusals(refusals, papers)
  return papers.sides.map(({ side, name, seal }) => {
    const said = saidBy(side, { signed, refused, file: sealed.file })
    return { side, name, seal, ...said }
  })
}

async function readRefusals(
  refusals: readonly CompactJws[],
  { call, seals }: ReadRecord['papers'],
): Promise<Said<RecordRefusal>[]> {
  const read: Said<RecordRefusal>[] = []
  for (const [place, jws] of refusals.entries()) {
    const [claim] = [...seals.keys()].flatMap((side) => claimOf(jws, recordRefusalKind(side)) ?? [])
    const isRefusal = claim?.is === 'record-refusal' && claim.payload.call === call
    // oxlint-disable-next-line no-await-in-loop -- likewise
    const side = await signerOf(jws, seals)
    if (!isRefusal || claim.payload.side !== side)
      throw new BrokenRecord({ because: 'refusal', number: place + 1 })
    // oxlint-disable-next-line no-await-in-loop -- likewise
    read.push({ payload: claim.payload, side, hash: await hashOf(jws) })
  }
  return read
}

/** The last word of a side counts. */
function saidBy(
  side: SideId,
  {
    signed,
    refused,
    file,
  }: {
    signed: readonly Said<RecordSeal>[]
    refused: readonly Said<RecordRefusal>[]
    file: Hash
  },
) {
  const own = signed.filter((one) => one.side === side)
  const last = own.toSorted((a, b) => a.payload.version - b.payload.version).at(-1)
  const of = new Set(signed.filter(({ payload }) => payload.file === file).map(({ hash }) => hash))
  const refusal = refused
    .filter((one) => one.side === side && of.has(one.payload.record))
    .toSorted((a, b) => a.payload.version - b.payload.version)
    .at(-1)
  if (own.some(({ payload }) => payload.file === file) && last?.payload.file === file)
    return { is: 'signed', at: last.payload.at } as const
  if (refusal)
    return { is: 'refused', at: refusal.payload.at, reason: refusal.payload.reason } as const
  if (last) return { is: 'signed-other', at: last.payload.at } as const
  return { is: 'missing' } as const
}

function isAsSealed(payload: RecordSeal, sealed: SealedRecord): boolean {
  const { file, head, heads, tips, entries, from, to } = payload
  return textOf({ file, head, heads, tips, entries, from, to }) === textOf(sealed)
}

function textOf({ heads, ...sealed }: SealedRecord): string {
  return JSON.stringify([Object.entries(heads).map(String).toSorted(), sealed])
}

function claimOf(jws: CompactJws, kind: Parameters<typeof readRelease>[0]) {
  try {
    return readRelease(kind, payloadOf(jws))
  } catch {
    return undefined
  }
}

async function signerOf(
  jws: CompactJws,
  seals: ReadonlyMap<SideId, PublicKey>,
): Promise<SideId | undefined> {
  for (const [side, seal] of seals)
    // oxlint-disable-next-line no-await-in-loop -- there are a few
    if (await isSignedBy(jws, seal)) return side
  return undefined
}
