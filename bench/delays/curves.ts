import type { HeardSound } from '../browser/watch.ts'
import type { Sample } from './lag.ts'

/**
 * How loud a pilot tone was when: of the track that has it most. A sound's own clock is even, and its chunks
 * come late at times: the one that came soonest tells what its clock shows.
 */
export function curveOf(sounds: readonly HeardSound[], tone: number): Sample[] {
  const curves = sounds.map(({ chunks }) => {
    const offset = Math.min(...chunks.map(({ atMs, arrivedMs }) => arrivedMs - atMs))
    return chunks.map(({ atMs, powers }) => ({
      atMs: atMs + offset,
      value: Math.sqrt(Math.max(0, powers[tone] ?? 0)),
    }))
  })
  return curves.toSorted((a, b) => loudness(b) - loudness(a))[0] ?? []
}

function loudness(curve: readonly Sample[]): number {
  return curve.reduce((sum, { value }) => sum + value, 0)
}
