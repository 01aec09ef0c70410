import type { NotedEvent } from '../browser/inPage/noteScreen.ts'

/**
 * How long each interaction took until its answer could be seen: of the events of one press, the slowest, as
 * INP counts it. What is no interaction, such as a pointer that moves, is left out.
 */
export function answersMs(events: readonly NotedEvent[]): number[] {
  const slowest = new Map<number, number>()
  for (const { interaction, durationMs } of events)
    if (interaction > 0)
      slowest.set(interaction, Math.max(durationMs, slowest.get(interaction) ?? 0))
  return [...slowest.values()]
}
