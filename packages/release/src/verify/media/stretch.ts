import type { Bytes } from '@parley/protocol'

/** Bytes of a file, from the first to the one after the last. */
export type Stretch = { readonly start: number; readonly end: number }

/** What a signer put into a file of media, and the file as it was before. */
export type Manifests = {
  /** Where it stands, in order. */
  readonly stretches: readonly Stretch[]
  /** The C2PA manifest store in it; nothing where what stands there is none, or there are several. */
  readonly store: Bytes | undefined
  /** The file before. */
  readonly plain: Bytes
}

/** The file without those stretches, which are in order and apart. */
export function without(bytes: Bytes, stretches: readonly Stretch[]): Bytes {
  const left = new Uint8Array(bytes.length - lengthOf(stretches))
  let from = 0
  let at = 0
  for (const { start, end } of [...stretches, { start: bytes.length, end: bytes.length }]) {
    left.set(bytes.subarray(from, start), at)
    at += start - from
    from = end
  }
  return left
}

/** Bytes of those stretches that lie before a place. */
export function lengthBefore(stretches: readonly Stretch[], place: number): number {
  return lengthOf(stretches.filter(({ end }) => end <= place))
}

function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((length, { start, end }) => length + end - start, 0)
}
