/** A piece of an emblem, in a 100 × 100 view box and the current colour. A width means an outline, none a filling. */
export type Shape =
  | { is: 'circle'; cx: number; cy: number; r: number; width?: number; turn?: number }
  | { is: 'path'; d: string; width?: number; turn?: number }

/** An emblem: its heart is drawn larger, about the middle, where there is no ring around it. */
export type Emblem = {
  readonly ring: readonly Shape[]
  readonly heart: readonly Shape[]
  readonly heartScale: number
}

const MARKS: readonly Shape[] = [
  { is: 'path', d: 'M50 4.5v9.5', width: 2.6 },
  { is: 'circle', cx: 50, cy: 9.2, r: 2.9 },
  { is: 'circle', cx: 50, cy: 9.2, r: 2.9, width: 1.5 },
  { is: 'path', d: 'M50 4.6l4.6 8.6h-9.2z' },
]

const PETALS: readonly Shape[] = [
  { is: 'path', d: 'M50 35.5c5-4.5 5-11 0-15.5c-5 4.5-5 11 0 15.5z' },
  { is: 'path', d: 'M50 34.5c4.2-4 4.2-9.5 0-13.5c-4.2 4-4.2 9.5 0 13.5z', width: 1.7 },
  { is: 'circle', cx: 50, cy: 27, r: 4.2 },
  { is: 'path', d: 'M42.8 30l7.2-7.5l7.2 7.5', width: 2.6 },
]

/** Corners, and for stars the inner radius. */
const CORES: readonly (readonly [corners: number, inner?: number])[] = [
  [3],
  [4],
  [5],
  [6],
  [8],
  [5, 0.5],
  [6, 0.55],
  [8, 0.62],
]

const EYE = 'M53.4 50a3.4 3.4 0 1 0-6.8 0a3.4 3.4 0 1 0 6.8 0z'

/**
 * Draws the first 48 bits of a fingerprint: sixteen marks of two bits clockwise from the top, six
 * petals of two, three of core and one of its eye. The small form, below 40 px, leaves the ring out.
 * It helps to recognise; it proves nothing.
 */
export function emblem(hex: string, form: 'full' | 'small' = 'full'): Emblem {
  const bits = BigInt(`0x${hex.slice(0, 12)}`)
    .toString(2)
    .padStart(48, '0')
  const take = (from: number, count: number) => parseInt(bits.slice(from, from + count), 2)
  const pick = (shapes: readonly Shape[], from: number, turn: number): Shape[] =>
    shapes
      .slice(take(from, 2))
      .slice(0, 1)
      .map((shape) => ({ ...shape, turn }))
  const marks = Array.from({ length: 16 }, (_, i) => pick(MARKS, i * 2, i * 22.5)).flat()
  const petals = Array.from({ length: 6 }, (_, i) => pick(PETALS, 32 + i * 2, i * 60)).flat()
  const core: Shape = { is: 'path', d: outline(take(44, 3)) + (take(47, 1) ? EYE : '') }
  return {
    ring: form === 'full' ? [circle(48, 2), circle(33.5, 1.2), ...marks] : [circle(46, 6)],
    heart: [...petals, core],
    heartScale: form === 'full' ? 1 : 1.28,
  }
}

function circle(r: number, width: number): Shape {
  return { is: 'circle', cx: 50, cy: 50, r, width }
}

function outline(kind: number): string {
  const [corners, inner] = CORES[kind] ?? [3]
  const count = inner ? corners * 2 : corners
  const points = Array.from({ length: count }, (_, i) => {
    const radius = inner && i % 2 ? 12 * inner : 12
    const angle = (i * 2 * Math.PI) / count
    const [x, y] = [50 + radius * Math.sin(angle), 50 - radius * Math.cos(angle)]
    return `${x.toFixed(2)} ${y.toFixed(2)}`
  })
  return `M${points.join('L')}z`
}
