import type { Opened } from '@parley/group'
import type { Bytes } from '@parley/protocol'
import { base64Of, jsonOf } from '../mutations/shape.ts'

/** An entry of a log by its place, and edits of one part of it: from where, how many bytes, and what comes there. */
export type Recipe = { entry: number; part: string; edits: readonly Edit[] }

type Edit = { at: number; cut: number; put: Bytes }

/** Reads one as JSON: `{entry, part, edits: [[at, cut, base64url], …]}`. */
export function readRecipe(text: string): Recipe | undefined {
  const said = jsonOf(text)?.value
  if (typeof said !== 'object' || said === null) return undefined
  const { entry, part, edits } = said as Record<string, unknown>
  if (!isPlace(entry) || typeof part !== 'string' || !Array.isArray(edits)) return undefined
  return { entry, part, edits: edits.flatMap((edit) => editOf(edit) ?? []) }
}

/** The entry as the recipe alters it; a number takes the place of an epoch. */
export function withEdits(entry: Opened, { part, edits }: Recipe): Opened {
  const old: unknown = Object.hasOwn(entry, part) ? entry[part as keyof Opened] : undefined
  if (typeof old === 'number' && edits[0]) return { ...entry, [part]: edits[0].at }
  if (!(old instanceof Uint8Array)) return entry
  const made = edits.reduce((bytes, edit) => edited(bytes, edit), new Uint8Array(old))
  return { ...entry, [part]: made }
}

/** Whether that part of an entry says something else. */
export function isAltered(entry: Opened, other: Opened, part: 'commit' | 'message'): boolean {
  const [a, b] = [entry, other].map((one) => (one as Record<string, unknown>)[part])
  return a instanceof Uint8Array && b instanceof Uint8Array && a.toBase64() !== b.toBase64()
}

function editOf(edit: unknown): Edit | undefined {
  const [at, cut, put] = Array.isArray(edit) ? (edit as unknown[]) : []
  const bytes = typeof put === 'string' ? base64Of(put) : undefined
  return isPlace(at) && isPlace(cut) && bytes ? { at, cut, put: bytes } : undefined
}

function edited(bytes: Bytes, { at, cut, put }: Edit): Bytes {
  const from = at % (bytes.length + 1)
  return new Uint8Array([...bytes.subarray(0, from), ...put, ...bytes.subarray(from + cut)])
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
