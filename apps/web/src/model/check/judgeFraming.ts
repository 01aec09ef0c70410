import { LOOK_WIDTH, meanOf, type Looking } from './picture.ts'

/** Where in the camera’s own picture, not in a mirrored one, whoever sits there moves. */
export type FramingJudgement = 'left' | 'right' | 'middle'

/** Compared pictures before anything is said: six seconds. Larger: one has gone in by then. Smaller: a hand is taken for its person. */
const COMPARED_ENOUGH = 12

/** Of the picture: less movement is too little to go by, more is the camera itself. */
const LEAST_PART = 0.01
const MOST_PART = 0.45

/** How often a place must have moved to count, which a passer-by does not. */
const OFTEN = 1.5

/** Of the width. Larger: two people, or a passer-by, are taken for one. Smaller: broad gestures have no place. */
const WITHIN = 0.2

/** Nearer to an edge is off the middle. Larger: a deliberate third is blamed. Smaller: half a head is not. */
const SIDE = 0.3

/**
 * Where somebody sits, by what moves: no face is looked for. Undefined where movement does not tell:
 * nobody moved, all of it did, or it was in several places. How high one sits is not said: a head may
 * be as bright as the wall behind it, and then only the shoulders are seen to move.
 */
export function judgeFraming({ moved, compared }: Looking): FramingJudgement | undefined {
  if (compared < COMPARED_ENOUGH) return undefined
  const places = [...moved.keys()].filter((at) => (moved[at] ?? 0) >= OFTEN)
  const part = places.length / moved.length
  if (part < LEAST_PART || part > MOST_PART) return undefined
  const across = places.map((at) => ((at % LOOK_WIDTH) + 0.5) / LOOK_WIDTH)
  const centre = meanOf(across)
  const spread = Math.sqrt(meanOf(across.map((x) => (x - centre) ** 2)))
  if (spread > WITHIN) return undefined
  if (centre < SIDE) return 'left'
  if (centre > 1 - SIDE) return 'right'
  return 'middle'
}
