import { CompactJws } from '@parley/protocol'
import * as v from 'valibot'

/** Why a leaf was taken out: signed by the committer, shown, and recorded. */
export const RemovalReason = v.picklist([
  'left',
  'silent',
  'withdrawn',
  'expired',
  'replaced',
  'not-agreed',
])
export type RemovalReason = v.InferOutput<typeof RemovalReason>

/** The authenticated data of a joining commit: the delegation that has its seat, with all its signatures. */
export const JoinNote = v.strictObject({ proof: v.pipe(v.array(CompactJws), v.maxLength(64)) })
export type JoinNote = v.InferOutput<typeof JoinNote>

/** The authenticated data of a removal: why each leaf goes. */
export const RemovalNote = v.record(v.pipe(v.string(), v.regex(/^\d{1,4}$/)), RemovalReason)
export type RemovalNote = v.InferOutput<typeof RemovalNote>

/** A note as it is signed. */
export function writeNote(note: JoinNote | RemovalNote): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(note))
}

/** A note that follows its schema; nothing if it does not. */
export function readNote<T>(schema: v.GenericSchema<unknown, T>, bytes: Uint8Array): T | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return v.parse(schema, JSON.parse(text))
  } catch {
    return undefined
  }
}
