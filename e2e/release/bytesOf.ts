import type { Bytes } from '@parley/protocol'
import { boxesIn } from '../../packages/release/src/verify/media/boxes.ts'

/** Where in a film a byte of its frames stands. */
export function mediaByte(film: Bytes): number {
  const frames = boxesIn(film)?.find(({ type }) => type === 'mdat')
  if (!frames) throw new Error('Frames are in it')
  return Math.floor((frames.body + frames.end) / 2)
}

/** Where in a film a byte of the last manifest's signature stands. */
export function signatureInManifest(film: Bytes): number {
  const buffer = Buffer.from(film)
  const label = Buffer.from('c2pa.signature\0')
  for (let at = buffer.lastIndexOf(label); at >= 0; at = buffer.lastIndexOf(label, at - 1)) {
    const box = at + label.length
    // COSE_Sign1 ends with its signature.
    if (buffer.toString('latin1', box + 4, box + 8) === 'cbor')
      return box + buffer.readUInt32BE(box) - 10
  }
  throw new Error('A manifest is in it')
}

/** Where in a file a letter of the first text that was signed stands, after that field. */
export function textOf(file: Bytes, field: string): number {
  return partOfJws(file, { field, part: 1 })
}

/** Where in a file a letter of the first signature stands, after that field. */
export function signatureOf(file: Bytes, field: string): number {
  return partOfJws(file, { field, part: 2 })
}

function partOfJws(file: Bytes, { field, part }: { field: string; part: 1 | 2 }): number {
  const text = Buffer.from(file).toString('latin1')
  const begins = text.indexOf(`"${field}"`)
  const found = /"([\w-]+)\.([\w-]+)\.([\w-]+)"/.exec(text.slice(begins))
  if (!found) throw new Error('A signature is in it')
  const before = found.slice(1, 1 + part).reduce((sum, one) => sum + one.length + 1, 1)
  return begins + found.index + before + Math.floor((found[1 + part]?.length ?? 0) / 2)
}
