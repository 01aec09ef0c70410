import type { Bytes } from '@parley/protocol'
import { utf8 } from '@parley/seal'

/** Values in DER (X.690), as certificates are written: each a tag, a length, and what it holds. */
function value(tag: number, ...parts: readonly Uint8Array[]): Bytes {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return joined(new Uint8Array([tag, ...lengthOf(length)]), ...parts)
}

export const der = {
  sequence: (...parts: readonly Uint8Array[]) => value(0x30, ...parts),
  set: (...parts: readonly Uint8Array[]) => value(0x31, ...parts),
  /** Positive, its first byte below 0x80. */
  integer: (bytes: Uint8Array) => value(0x02, bytes),
  yes: () => value(0x01, new Uint8Array([0xff])),
  text: (text: string) => value(0x0c, utf8(text)),
  octets: (...parts: readonly Uint8Array[]) => value(0x04, ...parts),
  /** The last `unused` bits of the last byte are none. */
  bits: (bytes: Uint8Array, unused = 0) => value(0x03, new Uint8Array([unused]), bytes),
  oid: (dotted: string) => value(0x06, oidBytes(dotted)),
  time: (at: Date) => timeOf(at),
  /** Tagged with that number, around what it holds. */
  around: (number: number, ...parts: readonly Uint8Array[]) => value(0xa0 + number, ...parts),
  /** Tagged with that number, in place of its own tag. */
  instead: (number: number, bytes: Uint8Array) => value(0x80 + number, bytes),
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length]
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return [0x80 + bytes.length, ...bytes]
}

function oidBytes(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return new Uint8Array([first * 40 + second, ...rest.flatMap(groupsOfSeven)])
}

function groupsOfSeven(number: number): number[] {
  const groups = [number % 128]
  for (let rest = Math.floor(number / 128); rest > 0; rest = Math.floor(rest / 128))
    groups.unshift(0x80 + (rest % 128))
  return groups
}

/** Until 2049 with two digits of the year, from then on with four (RFC 5280, section 4.1.2.5). */
function timeOf(at: Date): Bytes {
  const digits = at.toISOString().replaceAll(/[-:T]|\.\d+/g, '')
  return at.getUTCFullYear() < 2050 ? value(0x17, utf8(digits.slice(2))) : value(0x18, utf8(digits))
}

function joined(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
