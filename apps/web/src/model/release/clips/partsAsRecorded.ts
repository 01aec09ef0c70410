import type { PartThatRan } from '@parley/release'
import type { RecordedSpan } from '@parley/release/recordings'
import type { AgendaPart } from '@parley/seal'

/**
 * The parts of the call as a recording tells of them: the open ones from their first moment to their last, the closed
 * ones of the plan in between, each as long beside the others as planned. What lies before the first and after the
 * last nobody recorded, and is not known.
 */
export function partsAsRecorded(
  agenda: readonly AgendaPart[],
  spans: readonly RecordedSpan[],
): PartThatRan[] {
  const open = openAsRecorded(agenda, spans)
  return open.flatMap((part, place) => {
    const next = open[place + 1]
    if (!next) return [part]
    const between = agenda.filter((one) => part.part < one.part && one.part < next.part)
    return [part, ...laidOut(between, { from: part.to, to: next.from })]
  })
}

/** Each open part that was recorded, from its first moment to its last. */
export function openAsRecorded(
  agenda: readonly AgendaPart[],
  spans: readonly RecordedSpan[],
): PartThatRan[] {
  return agenda.flatMap(({ part, title, open: isOpen }) => {
    const own = spans.filter((span) => span.part === part)
    if (!isOpen || own.length === 0) return []
    const from = Math.min(...own.map((span) => span.from))
    const to = Math.max(...own.map((span) => span.to))
    return [{ part, title, open: true, from, to }]
  })
}

function laidOut(
  agenda: readonly AgendaPart[],
  { from, to }: { from: number; to: number },
): PartThatRan[] {
  const planned = agenda.reduce((sum, { minutes }) => sum + minutes, 0)
  let at = from
  return agenda.flatMap(({ part, title, open, minutes }) => {
    const begins = at
    at += ((to - from) * minutes) / planned
    return begins < at ? [{ part, title, open, from: begins, to: at }] : []
  })
}
