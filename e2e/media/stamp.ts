/** What each picture of a fake camera says of itself. */
export type Stamp = {
  /** 0 to 15. */
  person: number
  /** Counts pictures, modulo 4096. */
  frame: number
}

/** Pixels as a canvas gives them, four bytes each. */
export type Pixels = { data: ArrayLike<number>; width: number; height: number }

/** Blocks to a row: each is a square of a sixteenth of the width, so that it survives VP8 at 180 lines. */
export const STAMP_COLUMNS = 16
/** The stamp is the topmost two rows of blocks. */
export const STAMP_ROWS = 2

const BLOCKS = STAMP_COLUMNS * STAMP_ROWS
/** Four blocks before and four after the payload, by which black and white are told and a stamp is known. */
const OPENING = 0b1010
const CLOSING = 0b0101
/** x^8 + x^2 + x + 1. */
const CHECK_POLYNOMIAL = 0x07

/** The blocks of a stamp in reading order, 1 for white. */
export function blocksOf({ person, frame }: Stamp): number[] {
  const payload = ((person & 0xf) << 12) | (frame & 0xfff)
  const parts = [
    { value: OPENING, bits: 4 },
    { value: payload, bits: 16 },
    { value: checkOf(payload), bits: 8 },
    { value: CLOSING, bits: 4 },
  ]
  return parts.flatMap(({ value, bits }) =>
    Array.from({ length: bits }, (_, index) => (value >> (bits - 1 - index)) & 1),
  )
}

/** Reads the stamp of a picture in any size; nothing if there is none or it is damaged. */
export function readStamp(pixels: Pixels): Stamp | undefined {
  const lumas = Array.from({ length: BLOCKS }, (_, index) => lumaOf(pixels, index))
  const edges = [...lumas.slice(0, 4), ...lumas.slice(-4)]
  const threshold = (Math.max(...edges) + Math.min(...edges)) / 2
  const bits = lumas.map((luma) => (luma > threshold ? 1 : 0))
  const number = (from: number, to: number) =>
    bits.slice(from, to).reduce<number>((value, bit) => (value << 1) | bit, 0)
  const payload = number(4, 20)
  const isWhole =
    number(0, 4) === OPENING && number(28, 32) === CLOSING && number(20, 28) === checkOf(payload)
  return isWhole ? { person: payload >> 12, frame: payload & 0xfff } : undefined
}

/** The mean of the middle of a block, away from the edges that compression blurs. */
function lumaOf({ data, width }: Pixels, index: number): number {
  const size = width / STAMP_COLUMNS
  const left = (index % STAMP_COLUMNS) * size
  const top = Math.floor(index / STAMP_COLUMNS) * size
  let sum = 0
  let count = 0
  for (let y = Math.ceil(top + size / 4); y < top + (size * 3) / 4; y += 1) {
    for (let x = Math.ceil(left + size / 4); x < left + (size * 3) / 4; x += 1) {
      const at = (y * width + x) * 4
      sum += 0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0)
      count += 1
    }
  }
  return sum / count
}

/** A CRC of eight bits over the sixteen of the payload. */
function checkOf(payload: number): number {
  let rest = payload << 8
  for (let bit = 23; bit >= 8; bit -= 1) {
    if ((rest >> bit) & 1) rest ^= (0x100 | CHECK_POLYNOMIAL) << (bit - 8)
  }
  return (rest ^ 0xa5) & 0xff
}
