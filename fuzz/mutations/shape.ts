import type { Bytes } from '@parley/protocol'

/** Bytes as text, if they are UTF-8. */
export function textOf(bytes: Bytes): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-8; half of a surrogate pair becomes the sign for what cannot be shown. */
export function bytesOf(text: string): Bytes {
  return new TextEncoder().encode(text)
}

/** What the text says as JSON, unless it is nested so deep that it is better left alone. */
export function jsonOf(text: string): { value: unknown } | undefined {
  if (/\[{200}/.test(text)) return undefined
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

/** The bytes that a text is the base64url of. */
export function base64Of(text: string): Bytes | undefined {
  try {
    return Uint8Array.fromBase64(text, { alphabet: 'base64url' })
  } catch {
    return undefined
  }
}

/** Base64url without padding. */
export function toBase64(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true })
}
