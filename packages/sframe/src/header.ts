import type { Bytes } from '@parley/protocol'

/** What stands in an SFrame header, and how many bytes it took. RFC 9605 §4.3. */
export type Header = { kid: bigint; ctr: bigint; length: number }

/** The one shortest spelling of a key id and a counter, each below 2^64. RFC 9605 §4.3. */
export function encodeHeader(kid: bigint, ctr: bigint): Bytes {
  const k = encodeField(kid)
  const c = encodeField(ctr)
  return new Uint8Array([(k.nibble << 4) | c.nibble, ...k.bytes, ...c.bytes])
}

/** Reads the header at the start of `bytes`; undefined when it is cut off or not in its shortest spelling. */
export function decodeHeader(bytes: Uint8Array): Header | undefined {
  const config = bytes[0]
  if (config === undefined) return undefined
  const k = decodeField(config >> 4, bytes, 1)
  if (!k) return undefined
  const c = decodeField(config & 15, bytes, 1 + k.length)
  if (!c) return undefined
  return { kid: k.value, ctr: c.value, length: 1 + k.length + c.length }
}

/** Below 8 the nibble is the value; else its high bit is set and it gives the number of bytes, less one. */
function encodeField(value: bigint): { nibble: number; bytes: number[] } {
  if (value < 0n || value >> 64n) throw new RangeError('below 2^64')
  if (value < 8n) return { nibble: Number(value), bytes: [] }
  const bytes: number[] = []
  for (let rest = value; rest > 0n; rest >>= 8n) bytes.unshift(Number(rest & 255n))
  return { nibble: 8 | (bytes.length - 1), bytes }
}

function decodeField(
  nibble: number,
  bytes: Uint8Array,
  at: number,
): { value: bigint; length: number } | undefined {
  if (nibble < 8) return { value: BigInt(nibble), length: 0 }
  const length = (nibble & 7) + 1
  if (bytes.length < at + length) return undefined
  let value = 0n
  for (const byte of bytes.subarray(at, at + length)) value = (value << 8n) | BigInt(byte)
  const isShortest = bytes[at] !== 0 && value >= 8n
  return isShortest ? { value, length } : undefined
}
