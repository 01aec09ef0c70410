import type { PartsView } from './partsView.ts'

/** Larger: it stands in the way. Smaller: who looks up late has missed it. */
const SHOWN_FOR_MS = 20_000

/** Since when this screen says that a proposal came to nothing. */
export type Lately = { readonly name: string | undefined; readonly sinceMs: number }

/** Nothing came to nothing. */
export const NOT_LATELY: Lately = { name: undefined, sinceMs: -Infinity }

/** The view without a refusal that has stood for long enough, and since when the present one stands. */
export function stepLately(
  lately: Lately,
  { view, nowMs }: { view: PartsView; nowMs: number },
): readonly [Lately, PartsView] {
  const name = view.refused?.name
  const next = name === lately.name ? lately : { name, sinceMs: nowMs }
  const isOver = nowMs - next.sinceMs >= SHOWN_FOR_MS || view.proposals.length > 0
  return [next, isOver && view.refused ? { ...view, refused: undefined } : view]
}
