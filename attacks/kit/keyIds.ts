import type { Bytes } from '@parley/protocol'
import { decodeHeader, encodeHeader } from '../../packages/sframe/src/header.ts'

/** Of a key frame of VP8 so much stays clear. */
const CLEAR_BYTES = 10

/** A leaf further, a track further, an epoch further, half the epochs back, a key id of too many bits. */
const OTHER_KEY_IDS = [1n << 8n, 1n << 18n, 1n, 128n, 1n << 40n] as const

/** A frame as it travels, under that key id. */
export function underKeyId(data: Bytes, kid: number): Bytes {
  const header = decodeHeader(data.subarray(CLEAR_BYTES))
  if (!header) throw new Error('It is a sealed key frame')
  const forged = encodeHeader(BigInt(kid), header.ctr)
  const rest = data.subarray(CLEAR_BYTES + header.length)
  return new Uint8Array([...data.subarray(0, CLEAR_BYTES), ...forged, ...rest])
}

/** A frame as it travels, under another key id each time, or with a counter that nobody reaches. */
export function underAnotherKeyId(data: Bytes, turn: number): Bytes {
  const header = decodeHeader(data.subarray(CLEAR_BYTES))
  if (!header) throw new Error('It is a sealed key frame')
  const { kid, ctr, length } = header
  const further = OTHER_KEY_IDS[turn % (OTHER_KEY_IDS.length + 1)]
  const forged = further ? encodeHeader(kid + further, ctr) : encodeHeader(kid, 1n << 60n)
  const rest = data.subarray(CLEAR_BYTES + length)
  return new Uint8Array([...data.subarray(0, CLEAR_BYTES), ...forged, ...rest])
}
