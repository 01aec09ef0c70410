import type { Bytes } from '@parley/protocol'
import { concat, sha256 } from '@parley/seal'
import { boxesIn, type Box } from '../media/boxes.ts'
import { without, type Stretch } from '../media/stretch.ts'
import { bytesOf, listOf, within } from './cbor.ts'
import type { Manifest } from './manifest.ts'

/** Boxes of an MP4 file that C2PA leaves out of its hash: they are held by the hash that the seals signed. */
const LEFT_OUT: ReadonlySet<unknown> = new Set(['/uuid', '/ftyp', '/mfra', '/free', '/skip'])

/** Whether a manifest is of that file, in which the stretches are its manifests. */
export async function isBoundTo(
  manifest: Manifest,
  { bytes, stretches }: { bytes: Bytes; stretches: readonly Stretch[] },
): Promise<boolean> {
  const bound = [...manifest.assertions].filter(([label]) => label.startsWith('c2pa.hash.'))
  const [[label, said] = [], ...others] = bound
  const hash = bytesOf(within(said, 'hash'))?.toHex()
  if (!hash || others.length > 0 || within(said, 'alg') !== 'sha256') return false
  const hashed =
    label === 'c2pa.hash.data'
      ? withoutStretch(said, bytes, stretches)
      : hashedBoxes(listOf(within(said, 'exclusions')), bytes, stretches)
  return hashed !== undefined && (await sha256(hashed)).toHex() === hash
}

/** All but the one stretch that the manifests take. */
function withoutStretch(
  said: unknown,
  bytes: Bytes,
  stretches: readonly Stretch[],
): Bytes | undefined {
  const [out, ...others] = listOf(within(said, 'exclusions'))
  const [start, end] = [stretches[0]?.start, stretches.at(-1)?.end]
  if (start === undefined || end === undefined || others.length > 0) return undefined
  const isIt = within(out, 'start') === start && within(out, 'length') === end - start
  return isIt ? without(bytes, [{ start, end }]) : undefined
}

/** Each box that is not left out, with the number of the byte at which it begins before it. */
function hashedBoxes(
  exclusions: readonly unknown[],
  bytes: Bytes,
  stretches: readonly Stretch[],
): Bytes | undefined {
  const names = exclusions.map((one) => within(one, 'xpath'))
  if (!names.every((name) => LEFT_OUT.has(name))) return undefined
  const isOut = ({ type, start }: Box) =>
    type === 'uuid'
      ? stretches.some((stretch) => stretch.start === start)
      : names.includes(`/${type}`)
  const boxes = (boxesIn(bytes) ?? []).filter((box) => !isOut(box))
  return concat(...boxes.flatMap(({ start, end }) => [numbered(start), bytes.subarray(start, end)]))
}

function numbered(start: number): Bytes {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(start))
  return bytes
}
