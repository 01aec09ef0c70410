/** A box of an MP4 file: its name, and where it begins, its inside begins, and it ends. */
type Box = { name: string; at: number; inside: number; end: number }

/** What `moovFirst` reads from and writes to. */
type File = {
  readonly size: number
  read: (at: number, length: number) => Uint8Array<ArrayBuffer>
}
type Written = { write: (bytes: Uint8Array<ArrayBuffer>, at: number) => void }

/** Bytes that are copied at once. */
const COPIED = 1024 * 1024
const INTO = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl'])

/**
 * Writes an MP4 file anew with what tells a player about it in front of sound and pictures, so that it plays while it
 * is loaded, and without a gap that nothing vouches for. Throws where it is not as mediabunny writes it.
 */
export function moovFirst(from: File, to: Written): void {
  const boxes = topBoxes(from)
  const [first, moov] = [boxes[0], boxes.find(({ name }) => name === 'moov')]
  if (first?.name !== 'ftyp' || moov?.end !== from.size) throw new Error('Another MP4 was expected')
  const length = moov.end - moov.at
  const told = from.read(moov.at, length)
  shiftOffsets(told, { at: 0, inside: 0, end: length, name: '' }, length)
  to.write(from.read(0, first.end), 0)
  to.write(told, first.end)
  for (let at = first.end; at < moov.at; at += COPIED)
    to.write(from.read(at, Math.min(COPIED, moov.at - at)), at + length)
}

function topBoxes(file: File): Box[] {
  const boxes: Box[] = []
  for (let at = 0; at < file.size;) {
    const box = boxAt(file.read(at, 16), { at: 0, until: file.size - at })
    boxes.push({ ...box, at, inside: at + box.inside, end: at + box.end })
    at += box.end
  }
  return boxes
}

function shiftOffsets(bytes: Uint8Array<ArrayBuffer>, { inside, end }: Box, by: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = inside; at < end;) {
    const box = boxAt(bytes, { at, until: end })
    if (INTO.has(box.name)) shiftOffsets(bytes, box, by)
    const width = box.name === 'stco' ? 4 : box.name === 'co64' ? 8 : 0
    const count = width > 0 ? view.getUint32(box.inside + 4) : 0
    for (let place = 0; place < count; place += 1) {
      const value = box.inside + 8 + place * width
      if (width === 4) view.setUint32(value, view.getUint32(value) + by)
      else view.setBigUint64(value, view.getBigUint64(value) + BigInt(by))
    }
    at = box.end
  }
}

function boxAt(bytes: Uint8Array<ArrayBuffer>, { at, until }: { at: number; until: number }): Box {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = view.getUint32(at)
  const name = new TextDecoder('latin1').decode(bytes.subarray(at + 4, at + 8))
  const [head, length] = size === 1 ? [16, Number(view.getBigUint64(at + 8))] : [8, size]
  if (length < head || at + length > until) throw new Error('A box is longer than its file')
  return { name, at, inside: at + head, end: at + length }
}
