import type { Bytes } from '@parley/protocol'
import { decode } from 'cborg'

/** As C2PA writes it: each thing in its shortest form, no open ends, no key twice, nothing after it. */
const STRICT = {
  strict: true,
  allowIndefinite: false,
  allowUndefined: false,
  rejectDuplicateMapKeys: true,
  useMaps: true,
} as const

/** What those bytes say, maps as `Map`; nothing where they are not exactly one thing. */
export function readCbor(bytes: Bytes): unknown {
  try {
    return decode(bytes, STRICT)
  } catch {
    return undefined
  }
}

/** What a map has under a key; nothing where it is no map. */
export function within(value: unknown, key: string | number): unknown {
  return value instanceof Map ? value.get(key) : undefined
}

/** What a list has in it; nothing where it is no list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Bytes that were read; nothing where they are something else. */
export function bytesOf(value: unknown): Bytes | undefined {
  return value instanceof Uint8Array ? new Uint8Array(value) : undefined
}
