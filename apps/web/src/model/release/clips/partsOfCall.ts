import { overlapsOf, without, type HeldPart, type PartThatRan } from '@parley/release'
import type { RecordedSpan } from '@parley/release/recordings'
import type { AgendaPart } from '@parley/seal'
import { openAsRecorded, partsAsRecorded } from './partsAsRecorded.ts'

/** Larger: a short part is not drawn. Smaller: clocks that differ a little draw parts that nobody held. */
const SHORTEST_MS = 2000

/** What the record tells of the parts, and until when it tells anything. */
export type ToldParts = { readonly parts: readonly HeldPart[]; readonly until: number }

/**
 * The parts of the whole call in order: open ones that were recorded by the times of the recording, all others by those
 * of the record, also an open one of which there is no recording. Without a record it is the recording that tells.
 */
export function partsOfCall(
  agenda: readonly AgendaPart[],
  spans: readonly RecordedSpan[],
  told: ToldParts | undefined,
): PartThatRan[] {
  if (!told || told.parts.length === 0) return partsAsRecorded(agenda, spans)
  const recorded = openAsRecorded(agenda, spans)
  const others = told.parts.flatMap(({ item, title, from, to = told.until, open }) => {
    const rest = from < to ? without({ from, to }, recorded) : []
    const window = open ? [{ from: open.from, to: open.to ?? to }] : []
    const [opened, closed] = [
      overlapsOf(rest, window),
      rest.flatMap((span) => without(span, window)),
    ]
    return [
      ...opened.map((span) => ({ part: item, title, open: true, ...span })),
      ...closed.map((span) => ({ part: item, title, open: false, ...span })),
    ].filter((span) => span.to - span.from >= SHORTEST_MS)
  })
  return [...recorded, ...others].toSorted((a, b) => a.from - b.from)
}
