import type { Bytes } from '@parley/protocol'
import { fingerprintOf } from '@parley/seal'
import type { RecordFault } from '../../record/fault.ts'
import { verifyRecord, type RecordVerdict, type SideSaid } from '../../record/verifyRecord.ts'
import { notProven, type NotProven, type ProvenRecord, type SealOfSide } from '../verdict.ts'

/** How a file begins that a desk saved as the record. */
const BEGINNING = /^\s*\{\s*"parley":\s*\d+,\s*"item":\s*"record",\s*"file"/

/** Bytes of that. */
const BEGINNING_BYTES = 100

/** Whether a file calls itself the record of a call. */
export function isRecordFile(bytes: Bytes): boolean {
  return BEGINNING.test(new TextDecoder().decode(bytes.subarray(0, BEGINNING_BYTES)))
}

/** Whether a record is what its devices and desks signed, and every side with them. */
export async function verifyRecordFile(bytes: Bytes): Promise<ProvenRecord | NotProven> {
  return verdictOf(await verifyRecord(bytes))
}

async function verdictOf(verdict: RecordVerdict): Promise<ProvenRecord | NotProven> {
  if (verdict.is === 'not-proven') return faultOf(verdict.fault)
  const { record, sides, sealed } = verdict
  const missing = sides.find(({ is }) => is !== 'signed')
  if (missing) return notProven('missing-signature', { item: 'record', side: missing.name })
  return {
    is: 'proven',
    of: 'record',
    call: record.papers.call,
    title: record.papers.plans.at(-1)?.plan.title ?? '',
    signers: await Promise.all(sides.map((side) => signerOf(side, record.papers.sides))),
    entries: sealed.entries,
    from: sealed.from,
    to: sealed.to,
    unproven: ['whose-seal', 'truth', 'times', 'left-out'],
  }
}

async function signerOf(
  { side, name, seal }: SideSaid,
  sides: readonly { side: string; flag: string }[],
): Promise<SealOfSide> {
  const flag = sides.find((one) => one.side === side)?.flag ?? ''
  return { side, name, flag, seal, ...(await fingerprintOf(seal)) }
}

/** Why a record is broken, in the words of all verdicts. */
function faultOf(fault: RecordFault): NotProven {
  const item = 'record'
  switch (fault.because) {
    case 'not-json':
      return notProven('not-json', { item, ...lineOf(fault.line) })
    case 'malformed':
      return notProven('wrong-field', { item, field: fault.where })
    case 'written-otherwise':
      return notProven('written-otherwise', { item, line: fault.line })
    case 'plan':
    case 'delegation':
    case 'withdrawal':
      return notProven('other-papers', { item, field: fault.because, version: fault.number })
    case 'entry':
      return notProven(ENTRY[fault.why], { item, entry: fault.number })
    case 'seal': {
      const because = fault.why === 'signature' ? 'bad-signature' : 'two-wordings'
      return notProven(because, { item, version: fault.version, place: fault.number })
    }
    case 'other-file':
      return notProven('other-file', { item })
    case 'refusal':
      return notProven('bad-signature', { item, field: 'refusals', place: fault.number })
  }
}

function lineOf(line: number | undefined): { line?: number } {
  return line === undefined ? {} : { line }
}

const ENTRY = {
  signature: 'bad-signature',
  'other-call': 'other-call',
  'no-signer': 'no-signer',
  twice: 'broken-chain',
  'out-of-order': 'broken-chain',
} as const satisfies Record<string, NotProven['because']>
