import { averageOf, LOOK_HEIGHT, LOOK_WIDTH, meanOf, type Looking } from './picture.ts'

/** What the brightness says of how one is seen. */
export type LightJudgement =
  /** Black all over: a cover before the lens, or no light at all. */
  | 'black'
  | 'dark'
  | 'bright'
  /** What is behind is far brighter than what sits before it. */
  | 'backlit'
  | 'good'

/** Below, a picture with nothing in it is black, not dark. */
const BLACK_BELOW = 18
const EVEN_WITHIN = 6

/** Of 255. Larger: an evening’s room is blamed. Smaller: one is seen as a shape. */
const DARK_BELOW = 50

/** Of 255. Larger: a washed-out picture passes. Smaller: a white wall is blamed. */
const BRIGHT_ABOVE = 205

/** What is so bright has lost what was in it, and so much of a picture may. */
const BURNT_FROM = 250
const BURNT_PART = 0.3

/**
 * The sides and the top, where a background is, against the brighter quarter of the middle, where a face
 * is. All three must hold, so that dark clothes, dark skin or dark hair before a plain wall are not
 * blamed: a camera that exposes for the person shows them well above the second figure.
 */
const BACKGROUND_FROM = 170
const MIDDLE_BELOW = 70
const BRIGHTER_BY = 110

/** What the last pictures say; undefined until there are enough of them. */
export function judgeLight(looking: Looking): LightJudgement | undefined {
  if (looking.recent.length < 3) return undefined
  const picture = averageOf(looking)
  const mean = meanOf(picture)
  if (mean < BLACK_BELOW && deviationOf(picture, mean) < EVEN_WITHIN) return 'black'
  if (isBacklit(picture)) return 'backlit'
  if (mean < DARK_BELOW) return 'dark'
  const burnt = picture.filter((one) => one >= BURNT_FROM).length / picture.length
  return mean > BRIGHT_ABOVE || burnt > BURNT_PART ? 'bright' : 'good'
}

function isBacklit(picture: readonly number[]): boolean {
  const background = meanOf(picture.filter((_, at) => isBackground(at)))
  const middle = picture.filter((_, at) => isMiddle(at)).toSorted((a, b) => b - a)
  const face = middle[Math.ceil(middle.length / 4)] ?? 0
  return background >= BACKGROUND_FROM && face <= MIDDLE_BELOW && background - face >= BRIGHTER_BY
}

function isBackground(at: number): boolean {
  const { x, y } = placeOf(at)
  return y < 0.6 && (x < 0.2 || x > 0.8 || y < 0.12)
}

function isMiddle(at: number): boolean {
  const { x, y } = placeOf(at)
  return x > 0.44 && x < 0.56 && y > 0.35 && y < 0.7
}

function placeOf(at: number): { x: number; y: number } {
  return {
    x: ((at % LOOK_WIDTH) + 0.5) / LOOK_WIDTH,
    y: (Math.floor(at / LOOK_WIDTH) + 0.5) / LOOK_HEIGHT,
  }
}

function deviationOf(values: readonly number[], mean: number): number {
  return Math.sqrt(meanOf(values.map((one) => (one - mean) ** 2)))
}
