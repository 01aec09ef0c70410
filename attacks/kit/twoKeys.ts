import { createCipheriv } from 'node:crypto'
import type { Bytes } from '@parley/protocol'
import { encodeHeader } from '../../packages/sframe/src/header.ts'
import {
  importBaseKey,
  keyLabel,
  nonceOf,
  saltLabel,
} from '../../packages/sframe/src/keySchedule.ts'

const BLOCK = 16
/** Of a key frame of VP8 so much stays clear. */
const CLEAR = new Uint8Array(10)

/** The secrets of one key id as a member's evil client has them, in bytes. */
type RawKey = { key: Bytes; salt: Bytes }

/** What one ciphertext says under one of its keys. */
type Saying = { baseKey: Bytes; words: string }

/**
 * A frame of a key id that opens under two base keys, with the first one's words in its first block and the second
 * one's in its second: AES-GCM does not commit to a key, so one block is left to make both tags the same.
 */
export async function frameUnderTwoKeys(
  { kid, ctr }: { kid: number; ctr: number },
  [first, second]: readonly [Saying, Saying],
): Promise<Bytes> {
  const header = encodeHeader(BigInt(kid), BigInt(ctr))
  const [a, b] = await Promise.all(
    [first, second].map(async ({ baseKey }) => underKey(await rawKey(baseKey, kid), ctr)),
  )
  if (!a || !b) throw new Error('There are two keys')
  const aad = padded([...header, ...CLEAR])
  const one = xor(padded(utf8(first.words)), a.stream(0))
  const two = xor(padded(utf8(second.words)), b.stream(1))
  const lengths = new Uint8Array(BLOCK)
  new DataView(lengths.buffer).setUint32(4, (header.length + CLEAR.length) * 8)
  new DataView(lengths.buffer).setUint32(12, 3 * BLOCK * 8)
  const blocks = [...blocksOf(aad), one, two, new Uint8Array(BLOCK), lengths]
  const apart = xor(a.tag(blocks), b.tag(blocks))
  const weight = raised(a.hashKey, 2) ^ raised(b.hashKey, 2)
  const balance = toBytes(divide(fromBytes(apart), weight))
  blocks[blocks.length - 2] = balance
  return new Uint8Array([...CLEAR, ...header, ...one, ...two, ...balance, ...a.tag(blocks)])
}

async function rawKey(baseKey: Bytes, kid: number): Promise<RawKey> {
  const base = await importBaseKey(baseKey.slice())
  const derive = async (info: Bytes, bits: number) =>
    new Uint8Array(
      await crypto.subtle.deriveBits(
        { name: 'HKDF', hash: 'SHA-512', salt: new Uint8Array(0), info },
        base,
        bits,
      ),
    )
  return {
    key: await derive(keyLabel(BigInt(kid)), 256),
    salt: await derive(saltLabel(BigInt(kid)), 96),
  }
}

/** What GCM makes of blocks under one key. NIST SP 800-38D. */
function underKey({ key, salt }: RawKey, ctr: number) {
  const block = (input: Uint8Array) =>
    new Uint8Array(createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(input))
  const counter = (n: number) => new Uint8Array([...nonceOf(salt, BigInt(ctr)), 0, 0, 0, n])
  const hashKey = fromBytes(block(new Uint8Array(BLOCK)))
  const tag = (blocks: readonly Uint8Array[]) => {
    const hash = blocks.reduce((sum, each) => multiply(sum ^ fromBytes(each), hashKey), 0n)
    return xor(toBytes(hash), block(counter(1)))
  }
  return { hashKey, tag, stream: (at: number) => block(counter(2 + at)) }
}

/** x to the power of n. */
function raised(x: bigint, n: number): bigint {
  let power = x
  for (let at = 1; at < n; at++) power = multiply(power, x)
  return power
}

/** In GCM's field of 2^128 elements, the first bit of a block being the lowest power. */
function multiply(x: bigint, y: bigint): bigint {
  let [product, factor] = [0n, y]
  for (let bit = 127n; bit >= 0n; bit--) {
    if ((x >> bit) & 1n) product ^= factor
    factor = factor & 1n ? (factor >> 1n) ^ (0xe1n << 120n) : factor >> 1n
  }
  return product
}

/** x / y, y being raised to 2^128 - 2 for its inverse. */
function divide(x: bigint, y: bigint): bigint {
  let [inverse, power] = [1n << 127n, y]
  for (let bit = 1; bit < 128; bit++) {
    power = multiply(power, power)
    inverse = multiply(inverse, power)
  }
  return multiply(x, inverse)
}

function fromBytes(bytes: Uint8Array): bigint {
  return BigInt(`0x${bytes.toHex()}`)
}

function toBytes(x: bigint): Uint8Array {
  return Uint8Array.fromHex(x.toString(16).padStart(2 * BLOCK, '0'))
}

function xor(x: Uint8Array, y: Uint8Array): Uint8Array {
  return x.map((byte, at) => byte ^ (y[at] ?? 0))
}

function utf8(words: string): Uint8Array {
  return new TextEncoder().encode(words.padEnd(BLOCK))
}

function padded(bytes: Iterable<number>): Uint8Array {
  const all = [...bytes]
  return new Uint8Array([...all, ...Array.from({ length: -all.length & (BLOCK - 1) }, () => 0)])
}

function blocksOf(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: bytes.length / BLOCK }, (_, at) =>
    bytes.subarray(at * BLOCK, (at + 1) * BLOCK),
  )
}
