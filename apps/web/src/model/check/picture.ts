/** How small a picture is looked at: light and place show at this size, a face does not. */
export const LOOK_WIDTH = 64
export const LOOK_HEIGHT = 36

/** What a camera showed in its last seconds: brightness from 0 to 255, row by row. */
export type Looking = {
  /** The last pictures, the newest last. */
  recent: readonly (readonly number[])[]
  /** How much each place changed lately. */
  moved: readonly number[]
  /** How many times pictures were compared. */
  compared: number
}

/** So many are averaged: two seconds, in which an exposure settles. */
const RECENT = 4

/** A change below is the camera’s own noise. Larger: slight movement is missed. Smaller: a dark picture seems to move all over. */
const MOVES_BY = 14

/** What is left of an old movement at each look. Larger: who passed behind counts for long. Smaller: who sits still has no place. */
const KEPT = 0.95

/** Brightness as the eye weighs it (ITU-R BT.709), from the pixels of a canvas. */
export function brightnessOf(rgba: Uint8ClampedArray): number[] {
  return Array.from({ length: rgba.length / 4 }, (_, at) => {
    const [red, green, blue] = [rgba[4 * at] ?? 0, rgba[4 * at + 1] ?? 0, rgba[4 * at + 2] ?? 0]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  })
}

/** After the next picture; undefined before the first. */
export function stepLooking(before: Looking | undefined, picture: readonly number[]): Looking {
  const last = before?.recent.at(-1)
  const recent = [...(before?.recent ?? []), picture].slice(-RECENT)
  if (!before || !last) return { recent, moved: picture.map(() => 0), compared: 0 }
  // A lamp or the exposure changes all of it alike: that is no movement.
  const drift = meanOf(picture) - meanOf(last)
  const moved = picture.map((now, at) => {
    const change = Math.abs(now - drift - (last[at] ?? now))
    return KEPT * (before.moved[at] ?? 0) + (change > MOVES_BY ? 1 : 0)
  })
  return { recent, moved, compared: before.compared + 1 }
}

/** The average of the last pictures. */
export function averageOf({ recent }: Looking): number[] {
  return Array.from(
    { length: LOOK_WIDTH * LOOK_HEIGHT },
    (_, at) => recent.reduce((sum, picture) => sum + (picture[at] ?? 0), 0) / recent.length,
  )
}

/** The mean of some values. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length
}
