import { blocksOf, STAMP_COLUMNS, type Stamp } from '../media/stamp.ts'

/** Draws a stamp in the middle of a canvas' top, in a square that stays when both sides are cut off, over a colour. */
export function drawStampOn(canvas: OffscreenCanvas, stamp: Stamp): void {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('A canvas has a context')
  const { width, height } = canvas
  context.fillStyle = stamp.person === 0 ? 'rgb(40,60,120)' : 'rgb(120,70,30)'
  context.fillRect(0, 0, width, height)
  const box = stampBoxOf({ width, height })
  const size = box.width / STAMP_COLUMNS
  for (const [place, bit] of blocksOf(stamp).entries()) {
    context.fillStyle = bit ? 'white' : 'black'
    context.fillRect(
      box.x + (place % STAMP_COLUMNS) * size,
      box.y + Math.floor(place / STAMP_COLUMNS) * size,
      size,
      size,
    )
  }
}

/** Where the stamp stands in a picture of that size: as wide as three quarters of its height. */
export function stampBoxOf({ width, height }: { width: number; height: number }) {
  const across = height * 0.75
  return { x: (width - across) / 2, y: height * 0.1, width: across, height: across / 8 }
}
