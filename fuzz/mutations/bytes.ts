import type { Bytes } from '@parley/protocol'
import * as fc from 'fast-check'

type Edit = (bytes: Bytes) => Bytes

/** Where bytes are turned, taken out, doubled or put in; places count modulo the length. */
const place = fc.nat(0xff_ff)
const short = fc.oneof(fc.nat(4), fc.nat(64))

/** What lengths and counts go wrong at. */
const NUMBERS = [0n, 1n, 2n, 3n, 63n, 64n, 127n, 128n, 255n, 256n, 16_383n, 16_384n, 65_535n]
const LARGE = [
  0x3f_ff_ff_ffn,
  0x7f_ff_ff_ffn,
  0xff_ff_ff_ffn,
  0x1f_ff_ff_ff_ff_ff_ffn,
  (1n << 64n) - 1n,
]

/** A number in as many bytes, highest first, or as MLS writes lengths: two bits that say how many bytes. */
const numeral = fc
  .tuple(fc.constantFrom(...NUMBERS, ...LARGE), fc.constantFrom(1, 2, 4, 8), fc.boolean())
  .map(([value, width, isLength]) => {
    const bytes = Array.from({ length: width }, (_, at) =>
      Number((value >> BigInt(8 * (width - 1 - at))) & 255n),
    )
    if (isLength) bytes[0] = ((bytes[0] ?? 0) & 63) | (Math.log2(width) << 6)
    return new Uint8Array(bytes)
  })

/** The bytes with one to four edits: bits turned, numbers and lengths written over, parts cut, doubled, drawn out, or taken from another input. */
export function alteredBytes(bytes: Bytes, others: readonly Bytes[]): fc.Arbitrary<Bytes> {
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([at, by]): Edit => (all) => {
      const copy = all.slice()
      const index = at % Math.max(1, copy.length)
      copy[index] = (copy[index] ?? 0) ^ by
      return copy
    }),
    fc.tuple(place, numeral).map(
      ([at, put]): Edit =>
        (all) =>
          replaced(all, at, put.length, put),
    ),
    fc.tuple(place, fc.uint8Array({ maxLength: 8 })).map(
      ([at, put]): Edit =>
        (all) =>
          replaced(all, at, 0, put),
    ),
    fc.tuple(place, short).map(
      ([at, length]): Edit =>
        (all) =>
          replaced(all, at, length),
    ),
    fc.tuple(place).map(
      ([at]): Edit =>
        (all) =>
          all.slice(0, at % (all.length + 1)),
    ),
    fc.tuple(place, short, fc.constantFrom(2, 3, 16, 1024)).map(
      ([at, length, times]): Edit =>
        (all) =>
          replaced(all, at, length, repeated(partOf(all, at, length), times)),
    ),
    fc.tuple(fc.constantFrom(bytes, ...others), place, place, short).map(
      ([other, from, at, length]): Edit =>
        (all) =>
          replaced(all, at, length, partOf(other, from, length)),
    ),
  )
  return fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .map((edits) => edits.reduce((now, apply) => apply(now), bytes))
}

function replaced(
  bytes: Bytes,
  at: number,
  length: number,
  put: Uint8Array = new Uint8Array(),
): Bytes {
  const from = at % (bytes.length + 1)
  const to = Math.min(bytes.length, from + length)
  const whole = new Uint8Array(from + put.length + bytes.length - to)
  whole.set(bytes.subarray(0, from))
  whole.set(put, from)
  whole.set(bytes.subarray(to), from + put.length)
  return whole
}

function partOf(bytes: Bytes, at: number, length: number): Bytes {
  const from = at % Math.max(1, bytes.length)
  return bytes.slice(from, from + length)
}

function repeated(part: Bytes, times: number): Bytes {
  const whole = new Uint8Array(part.length * times)
  for (let n = 0; n < times; n++) whole.set(part, n * part.length)
  return whole
}
