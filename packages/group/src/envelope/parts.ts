import type { Bytes } from '@parley/protocol'

/** Byte strings one after another, each behind its length in four bytes. */
export function joinParts(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + 4 + part.length, 0))
  const view = new DataView(whole.buffer)
  let at = 0
  for (const part of parts) {
    view.setUint32(at, part.length)
    whole.set(part, at + 4)
    at += 4 + part.length
  }
  return whole
}

/** Reads what `joinParts` wrote; nothing if a length does not fit, or anything is left over. */
export function splitParts(whole: Bytes): Bytes[] | undefined {
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength)
  const parts: Bytes[] = []
  let at = 0
  while (at < whole.length) {
    if (at + 4 > whole.length) return undefined
    const end = at + 4 + view.getUint32(at)
    if (end > whole.length) return undefined
    parts.push(whole.slice(at + 4, end))
    at = end
  }
  return parts
}
