/** A rectangle in pixels, from the top left. */
export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The picture of a clip in pixels. Larger: it takes longer and more memory. Smaller: it is no picture for the news. */
export const PICTURE = { width: 1280, height: 720 } as const
/** Pictures a second. Larger: it takes longer. Smaller: it judders. */
export const PICTURES_A_SECOND = 25
/** Between two people, in pixels. */
const GAP = 4

/** Where each of so many people stands, side by side over the whole height. */
export function placesOf(people: number): Box[] {
  const width = (PICTURE.width - GAP * (people - 1)) / people
  return Array.from({ length: people }, (_, place) => ({
    x: place * (width + GAP),
    y: 0,
    width,
    height: PICTURE.height,
  }))
}

/** What of a picture fills a box without bars, as much of it as does, its middle in the middle. */
export function coverOf(
  picture: { readonly width: number; readonly height: number },
  box: Pick<Box, 'width' | 'height'>,
): Box {
  const scale = Math.max(box.width / picture.width, box.height / picture.height)
  const width = box.width / scale
  const height = box.height / scale
  return { x: (picture.width - width) / 2, y: (picture.height - height) / 2, width, height }
}
