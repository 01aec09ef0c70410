import type { Bytes } from '@parley/protocol'
import { concat, sha256, utf8 } from '@parley/seal'
import { encode } from 'cborg'
import { box } from './mp4.ts'

const OF_C2PA = Uint8Array.fromHex('00110010800000aa00389b71')

/** A box of JUMBF with others in it, under a label. */
export function superBox(four: string, label: string, inside: readonly Bytes[]): Bytes {
  const description = concat(
    utf8(four),
    OF_C2PA,
    Uint8Array.of(0b11),
    utf8(label),
    Uint8Array.of(0),
  )
  return box('jumb', concat(box('jumd', description), ...inside))
}

/** One that says something in CBOR. */
export function cborBox(label: string, said: unknown, four = 'cbor'): Bytes {
  return superBox(four, label, [box('cbor', cbor(said))])
}

/** How a claim names one of its assertions. */
export async function namedAs(url: string, one: Bytes): Promise<{ url: string; hash: Bytes }> {
  return { url: `self#jumbf=${url}`, hash: await sha256(one.subarray(8)) }
}

/** In CBOR. */
export function cbor(said: unknown): Bytes {
  return new Uint8Array(encode(said))
}
