import { blocksOf, STAMP_COLUMNS, type Stamp } from './stamp.ts'

/** The size of the fake cameras' pictures. */
export const WIDTH = 640
export const HEIGHT = 360

const BLACK = 16
const WHITE = 235
/** One colour difference pair for each person, by turning round the colour circle. */
const TURN = (2 * Math.PI) / 16

/** Draws one picture as planar YUV 4:2:0: the stamp, and under it a disc that moves over a slope of one colour. */
export function drawPicture(stamp: Stamp): Uint8Array {
  const luma = WIDTH * HEIGHT
  const picture = new Uint8Array((luma * 3) / 2)
  drawScene(picture, stamp)
  drawStamp(picture, stamp)
  const angle = stamp.person * TURN * 5
  picture.fill(128 + 60 * Math.cos(angle), luma, (luma * 5) / 4)
  picture.fill(128 + 60 * Math.sin(angle), (luma * 5) / 4)
  return picture
}

function drawScene(picture: Uint8Array, { frame }: Stamp): void {
  const centreX = WIDTH / 2 + (WIDTH / 3) * Math.sin(frame / 8)
  const centreY = HEIGHT * 0.6
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const isDisc = (x - centreX) ** 2 + (y - centreY) ** 2 < 80 ** 2
      picture[y * WIDTH + x] = isDisc ? 200 : 60 + ((x + y + frame * 4) % 256) / 4
    }
  }
}

function drawStamp(picture: Uint8Array, stamp: Stamp): void {
  const size = WIDTH / STAMP_COLUMNS
  for (const [index, bit] of blocksOf(stamp).entries()) {
    const left = (index % STAMP_COLUMNS) * size
    const top = Math.floor(index / STAMP_COLUMNS) * size
    for (let y = top; y < top + size; y += 1) {
      picture.fill(bit ? WHITE : BLACK, y * WIDTH + left, y * WIDTH + left + size)
    }
  }
}
