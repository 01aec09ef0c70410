import type { Bytes } from '@parley/protocol'
import { utf8 } from '@parley/seal'
import * as v from 'valibot'
import { BrokenRecord } from './fault.ts'
import { RecordFile } from './recordFile.ts'
import { StrictJws } from './strictJws.ts'

const Signatures = v.pipe(v.array(StrictJws), v.maxLength(31))

/** A record as a desk hands it out: with what each side signed under it, or why it did not. */
export const RecordExport = v.strictObject({
  parley: v.literal(1),
  item: v.literal('record'),
  file: RecordFile,
  /** Of each wording of the document that any side signed, the signatures there are, in the order of the plan; oldest first. */
  versions: v.pipe(v.array(v.pipe(Signatures, v.minLength(1))), v.maxLength(1000)),
  refusals: v.pipe(v.array(StrictJws), v.maxLength(1000)),
})
export type RecordExport = v.InferOutput<typeof RecordExport>

/** The one way in which it is written: each thing on a line of its own, and a line feed at the end. */
export function writeRecordExport({
  file,
  versions,
  refusals,
}: Omit<RecordExport, 'parley' | 'item'>): string {
  const { parley, is, call, papers, entries } = file
  const { plans, delegations, withdrawals } = papers
  const ordered = { parley, is, call, papers: { plans, delegations, withdrawals }, entries }
  return `${JSON.stringify({ parley: 1, item: 'record', file: ordered, versions, refusals }, null, 1)}\n`
}

/** Reads what `writeRecordExport` wrote, and nothing that is written otherwise. Throws `BrokenRecord`. */
export function readRecordExport(bytes: Bytes): RecordExport {
  const text = textOf(bytes)
  const parsed = v.safeParse(RecordExport, jsonOf(text))
  if (!parsed.success) {
    const where = v.getDotPath(parsed.issues[0]) ?? ''
    throw new BrokenRecord({ because: 'malformed', where })
  }
  const written = writeRecordExport(parsed.output)
  if (written !== text)
    throw new BrokenRecord({ because: 'written-otherwise', line: lineOf(written, text) })
  return parsed.output
}

/** Text of other bytes than those of UTF-8 is none. */
function textOf(bytes: Bytes): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const again = utf8(text)
  const at = again.findIndex((byte, place) => byte !== bytes[place])
  if (at < 0 && again.length === bytes.length) return text
  throw new BrokenRecord({ because: 'not-json', line: lineAt(text, at) })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const at = text.split('\n').findIndex((line) => !LINE.test(line))
    throw new BrokenRecord({ because: 'not-json', line: at < 0 ? undefined : at + 1 })
  }
}

/** All that a line of a record can be. */
const LINE = /^ *("\w+": )?("[\w.-]*"|\d+|\[\]|[[{\]}])?,?$/

function lineAt(text: string, at: number): number {
  return text.slice(0, Math.max(0, at)).split('\n').length
}

function lineOf(written: string, text: string): number {
  const [own, other] = [written.split('\n'), text.split('\n')]
  const at = own.findIndex((line, place) => line !== other[place])
  return (at < 0 ? own.length : at) + 1
}
