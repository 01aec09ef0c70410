import type { LeafIndex, TrackNumber } from '@parley/protocol'

/** Whose frame it is, of which track, and in which epoch: RFC 9605 §5.2 with S = 10 and E = 8. */
export type KeyId = { track: TrackNumber; leaf: LeafIndex; epochByte: number }

/** Track number (12 bits), leaf index (10 bits), epoch modulo 256 (8 bits). */
export function encodeKeyId(
  { track, leaf }: { track: TrackNumber; leaf: LeafIndex },
  epoch: number,
): number {
  return track * 2 ** 18 + leaf * 2 ** 8 + (epoch % 256)
}

/** Undefined for a key id that has more than 30 bits. */
export function decodeKeyId(kid: bigint): KeyId | undefined {
  if (kid >> 30n) return undefined
  const bits = Number(kid)
  return {
    track: (bits >> 18) as TrackNumber,
    leaf: ((bits >> 8) & 0x3ff) as LeafIndex,
    epochByte: bits & 0xff,
  }
}
