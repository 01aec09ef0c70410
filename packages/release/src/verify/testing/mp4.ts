import type { Bytes } from '@parley/protocol'
import { concat, utf8 } from '@parley/seal'

/** A made-up MP4 file: which tables count bytes of it, what is between its boxes, and where its frames are. */
export type Layout = {
  /** Whether the frames come before what describes them. */
  readonly framesFirst: boolean
  /** A box between the first and the others, by its bytes. */
  readonly between: number
  readonly frames: Bytes
  /** Of each track, where its chunks begin, counted from the first byte of the frames. */
  readonly tracks: readonly { readonly wide: boolean; readonly chunks: readonly number[] }[]
}

const C2PA = Uint8Array.fromHex('d8fec3d61b0e483c92975828877ec481')

/** The file, with a manifest store after its first box where one is given. Every number is counted anew. */
export function mp4File(layout: Layout, store?: Bytes): Bytes {
  const first = box('ftyp', utf8('isom\0\0\0\0'))
  const manifest = store ? c2paBox(store) : new Uint8Array()
  const between = box('free', new Uint8Array(layout.between))
  const frames = box('mdat', layout.frames)
  const before = first.length + manifest.length + between.length
  const length = movie(layout, 0).length
  const from = before + 8 + (layout.framesFirst ? 0 : length)
  const described = movie(layout, from)
  const rest = layout.framesFirst ? [frames, described] : [described, frames]
  return concat(first, manifest, between, ...rest)
}

/** As C2PA puts a store into such a file. */
export function c2paBox(store: Bytes, purpose = 'manifest'): Bytes {
  return box('uuid', concat(C2PA, utf8(`\0\0\0\0${purpose}\0`), new Uint8Array(8), store))
}

/** A box of that type. */
export function box(type: string, body: Bytes): Bytes {
  return concat(number(body.length + 8), utf8(type), body)
}

function movie({ tracks }: Layout, from: number): Bytes {
  const each = tracks.map(({ wide, chunks }) => {
    const offsets = chunks.map((chunk) =>
      wide ? concat(number(0), number(from + chunk)) : number(from + chunk),
    )
    const table = box(wide ? 'co64' : 'stco', concat(number(0), number(chunks.length), ...offsets))
    return ['stbl', 'minf', 'mdia', 'trak'].reduce((inside, type) => box(type, inside), table)
  })
  return box('moov', concat(box('mvhd', new Uint8Array(4)), ...each))
}

function number(value: number): Bytes {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}
