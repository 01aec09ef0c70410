import type { Bytes } from '@parley/protocol'

/** Bytes as they travel: base64url without padding. */
export function toText(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true })
}

/** Reads what `toText` wrote. Throws a `SyntaxError` on anything else. */
export function fromText(text: string): Bytes {
  return Uint8Array.fromBase64(text, { alphabet: 'base64url' })
}

/** UTF-8. */
export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text)
}

/** The parts one after another. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
