import type { Bytes } from '@parley/protocol'

/** A box of JUMBF (ISO 19566-5) that has others in it, with what its description says of it. */
export type SuperBox = {
  /** The `uuid` of what is in it, in hex. */
  readonly type: string
  readonly label: string
  /** Each a box of its own, or bytes under a type of four letters. */
  readonly inside: readonly (SuperBox | ContentBox)[]
  /** All but its own length and type: what hashes of it are made over. */
  readonly body: Bytes
}

/** Bytes under a type of four letters. */
export type ContentBox = { readonly four: string; readonly body: Bytes }

/** Boxes in boxes. Larger: a made-up store holds one up. Smaller: one of C2PA is not read. */
const DEEPEST = 8

/** Boxes side by side, likewise. */
const MOST_INSIDE = 256

/** Of a description: that it may be asked for and has a label; and besides, that a salt is in it. */
const [LABELLED, SALTED] = [0b0_0011, 0b1_0011]

/**
 * The one box that those bytes are. It is read strictly: no byte may be other than it has to be, save what is in the
 * content boxes, the labels and the salts. Nothing where it is not so.
 */
export function readSuperBox(bytes: Bytes): SuperBox | undefined {
  const [box, ...others] = contentBoxes(bytes) ?? []
  return box && others.length === 0 && box.four === 'jumb' ? superBox(box.body, 1) : undefined
}

/** Whether a box has others in it. */
export function isSuperBox(box: SuperBox | ContentBox): box is SuperBox {
  return 'inside' in box
}

function superBox(body: Bytes, depth: number): SuperBox | undefined {
  const [first, ...rest] = contentBoxes(body) ?? []
  const description = first?.four === 'jumd' ? readDescription(first.body) : undefined
  if (!description || depth > DEEPEST) return undefined
  const inside: (SuperBox | ContentBox)[] = []
  for (const box of rest) {
    const read = box.four === 'jumb' ? superBox(box.body, depth + 1) : box
    if (!read) return undefined
    inside.push(read)
  }
  return { ...description, inside, body }
}

/** Type, and label, and a salt that only hashes know of. */
function readDescription(bytes: Bytes): { type: string; label: string } | undefined {
  const toggles = bytes[16]
  const end = bytes.indexOf(0, 17)
  if (end < 0) return undefined
  const label = String.fromCharCode(...bytes.subarray(17, Math.min(end, 17 + 512)))
  const rest = bytes.subarray(end + 1)
  const isPlain = toggles === LABELLED && rest.length === 0
  const [salt, ...others] = toggles === SALTED ? (contentBoxes(rest) ?? []) : []
  const isSalted = salt?.four === 'c2sh' && others.length === 0
  return isPlain || isSalted ? { type: bytes.subarray(0, 16).toHex(), label } : undefined
}

/** The boxes that fill those bytes, by lengths of four bytes. */
function contentBoxes(bytes: Bytes): ContentBox[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const boxes: ContentBox[] = []
  let at = 0
  while (at < bytes.length) {
    const length = at + 8 <= bytes.length ? view.getUint32(at) : 0
    if (length < 8 || at + length > bytes.length || boxes.length === MOST_INSIDE) return undefined
    const four = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    boxes.push({ four, body: bytes.subarray(at + 8, at + length) })
    at += length
  }
  return boxes
}
