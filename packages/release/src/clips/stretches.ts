import { joined, overlapsOf, type TimeSpan } from './timeSpans.ts'

/** A part of the agenda as it ran, by the agreed moves. */
export type PartThatRan = TimeSpan & {
  readonly part: number
  readonly title: string
  readonly open: boolean
}

/** Time of an open part that was recorded without a gap: a clip lies in one such stretch. */
export type Stretch = TimeSpan & { readonly part: number; readonly title: string }

/**
 * Where clips may lie. What was recorded of a closed part, which no honest recorder does, is not among it: it is the
 * parts that decide, and not the recording.
 */
export function stretchesOf(
  parts: readonly PartThatRan[],
  recorded: readonly TimeSpan[],
): readonly Stretch[] {
  const whole = joined(recorded)
  return parts
    .filter(({ open }) => open)
    .flatMap(({ part, title, ...span }) =>
      overlapsOf([span], whole).map((stretch) => ({ ...stretch, part, title })),
    )
    .toSorted((a, b) => a.from - b.from)
}
