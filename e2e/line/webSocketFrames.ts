const MASKED = 0x80

/** What the frames of one way of a WebSocket carry, unmasked (RFC 6455, 5.2). A last frame that is cut off is left out. */
export function payloadsOf(bytes: Buffer): Buffer[] {
  const payloads: Buffer[] = []
  for (let at = 0; at + 2 <= bytes.length;) {
    const second = bytes[at + 1] ?? 0
    const short = second & 0x7f
    const lengthAt = at + 2
    const maskAt = lengthAt + (short === 127 ? 8 : short === 126 ? 2 : 0)
    const from = maskAt + (second & MASKED ? 4 : 0)
    if (from > bytes.length) break
    const length = lengthIn(bytes, { short, lengthAt })
    const payload = bytes.subarray(from, from + length)
    payloads.push(second & MASKED ? unmasked(payload, bytes.subarray(maskAt, from)) : payload)
    at = from + length
  }
  return payloads
}

function lengthIn(bytes: Buffer, { short, lengthAt }: { short: number; lengthAt: number }): number {
  if (short === 127) return Number(bytes.readBigUInt64BE(lengthAt))
  return short === 126 ? bytes.readUInt16BE(lengthAt) : short
}

function unmasked(payload: Buffer, mask: Buffer): Buffer {
  return Buffer.from(payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0)))
}
