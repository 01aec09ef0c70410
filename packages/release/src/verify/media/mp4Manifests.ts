import type { Bytes } from '@parley/protocol'
import { boxesIn, type Box } from './boxes.ts'
import { fileOffsets } from './fileOffsets.ts'
import { lengthBefore, without, type Manifests, type Stretch } from './stretch.ts'

/** The `uuid` of the box that C2PA puts into such files, in hex. */
const C2PA = 'd8fec3d61b0e483c92975828877ec481'

/** What follows the `uuid`: version, flags, the purpose, and that no other box belongs to it. */
const BEFORE_STORE = new TextEncoder().encode('\0\0\0\0manifest\0\0\0\0\0\0\0\0\0')

/** Boxes of C2PA in one file. Larger: a made-up file holds one up. Smaller: nothing is lost, since ours have one. */
const MOST_BOXES = 16

/** What C2PA put into an MP4 file, or nothing where it is none. */
export function mp4Manifests(bytes: Bytes): Manifests | undefined {
  const boxes = boxesIn(bytes)
  if (!boxes || boxes[0]?.type !== 'ftyp') return undefined
  const found = boxes.filter((box) => isOfC2pa(bytes, box))
  if (found.length > MOST_BOXES) return undefined
  const [only, ...others] = found
  return {
    stretches: found,
    store: only && others.length === 0 ? storeIn(bytes, only) : undefined,
    plain: plainOf(bytes, boxes, found),
  }
}

function isOfC2pa(bytes: Bytes, { type, body, end }: Box): boolean {
  return type === 'uuid' && end - body >= 16 && bytes.subarray(body, body + 16).toHex() === C2PA
}

function storeIn(bytes: Bytes, { body, end }: Box): Bytes | undefined {
  const from = body + 16
  const isManifest = BEFORE_STORE.every((byte, place) => bytes[from + place] === byte)
  return isManifest ? bytes.subarray(from + BEFORE_STORE.length, end) : undefined
}

/** Without those boxes; and each number that counts from the beginning of the file is what it was before them. */
function plainOf(bytes: Bytes, boxes: readonly Box[], taken: readonly Stretch[]): Bytes {
  if (taken.length === 0) return bytes
  const plain = without(bytes, taken)
  const [from, to] = [viewOf(bytes), viewOf(plain)]
  for (const { at, width } of fileOffsets(bytes, boxes)) {
    const place = at - lengthBefore(taken, at)
    if (width === 4) {
      const value = from.getUint32(at)
      to.setUint32(place, value - lengthBefore(taken, value))
    } else {
      const value = from.getBigUint64(at)
      to.setBigUint64(place, value - BigInt(lengthBefore(taken, Number(value))))
    }
  }
  return plain
}

function viewOf(bytes: Bytes): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
