import { CompactJws, type Bytes } from '@parley/protocol'
import * as v from 'valibot'
import { PublicItem } from '../../publications/item.ts'
import { notProven, type NotProven } from '../verdict.ts'

/** Versions of an item. Larger: a made-up file holds one up. Smaller: a text that is corrected every day does not fit. */
const MOST_VERSIONS = 200

/** Signatures of a version: one of each side. */
const MOST_SIGNATURES = 31

/** Bytes of a file. Larger: a made-up one holds one up. Smaller: many versions of a long text do not fit. */
const MOST_BYTES = 64 * 1024 * 1024

/** What a call publishes of one item: of each version, oldest first, a JWS of each side that signed it. */
export const Publication = v.strictObject({
  parley: v.literal(1),
  item: PublicItem,
  versions: v.pipe(
    v.array(v.pipe(v.array(CompactJws), v.minLength(1), v.maxLength(MOST_SIGNATURES))),
    v.minLength(1),
    v.maxLength(MOST_VERSIONS),
  ),
})
export type Publication = v.InferOutput<typeof Publication>

/**
 * Reads a publication file, or says what keeps it from being one. It is read as it is written, compactly: so no byte
 * of it can be another.
 */
export function readPublication(bytes: Bytes): Publication | NotProven {
  const text = bytes.length > MOST_BYTES ? undefined : textOf(bytes)
  const value = text === undefined ? undefined : valueOf(text)
  if (value === undefined) return notProven('not-json')
  const read = v.safeParse(Publication, value, { abortEarly: true })
  if (!read.success) return notProven(...faultOf(read.issues[0]))
  const isAsWritten = JSON.stringify(value) === text?.replace(/\n$/, '')
  return isAsWritten ? read.output : notProven('written-otherwise')
}

/** Which field is at fault, and whether it is one too many. */
function faultOf(
  issue: v.BaseIssue<unknown>,
): readonly ['unknown-field' | 'wrong-field', { field: string }] {
  const isUnknown = issue.type === 'strict_object' && issue.expected === 'never'
  return [isUnknown ? 'unknown-field' : 'wrong-field', { field: v.getDotPath(issue) ?? '' }]
}

function textOf(bytes: Bytes): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
