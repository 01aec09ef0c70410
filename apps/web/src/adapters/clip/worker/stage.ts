import { coverOf, PICTURE, placesOf, type Box } from '@parley/release'

/** Behind the pictures, and where nobody is seen: `--behind` of the house's colours. */
const BEHIND = '#05080b'
/** From the edge of a picture to its plate, in pixels. */
const MARGIN = 24

/** What is drawn at one moment: whoever is in the picture, from first to last, and their plates. */
export type Seen = {
  readonly picture: VideoFrame | undefined
  readonly plate: ImageBitmap | undefined
}

/** The picture of a clip. */
export class Stage {
  readonly canvas: OffscreenCanvas
  readonly #context: OffscreenCanvasRenderingContext2D

  constructor() {
    this.canvas = new OffscreenCanvas(PICTURE.width, PICTURE.height)
    const context = this.canvas.getContext('2d', { alpha: false })
    if (!context) throw new Error('A canvas has a context')
    context.imageSmoothingQuality = 'high'
    this.#context = context
  }

  draw(people: readonly Seen[]): void {
    this.#context.fillStyle = BEHIND
    this.#context.fillRect(0, 0, PICTURE.width, PICTURE.height)
    for (const [place, box] of placesOf(people.length).entries()) {
      const { picture, plate } = people[place] ?? {}
      if (picture) this.#drawPicture(picture, box)
      if (plate)
        this.#context.drawImage(plate, box.x + MARGIN, box.y + box.height - plate.height - MARGIN)
    }
  }

  #drawPicture(picture: VideoFrame, box: Box): void {
    const { x, y, width, height } = coverOf(
      { width: picture.displayWidth, height: picture.displayHeight },
      box,
    )
    this.#context.drawImage(picture, x, y, width, height, box.x, box.y, box.width, box.height)
  }
}
