/** A stretch of time in milliseconds UTC. `to` is after `from`, and no longer in it. */
export type TimeSpan = { readonly from: number; readonly to: number }

/** What two spans have in common; nothing where that is nothing. */
export function overlapOf(a: TimeSpan, b: TimeSpan): TimeSpan | undefined {
  const from = Math.max(a.from, b.from)
  const to = Math.min(a.to, b.to)
  return from < to ? { from, to } : undefined
}

/** What is in both lists of spans, in order. Neither needs to be in order. */
export function overlapsOf(some: readonly TimeSpan[], others: readonly TimeSpan[]): TimeSpan[] {
  return some
    .flatMap((span) => others.flatMap((other) => overlapOf(span, other) ?? []))
    .toSorted((a, b) => a.from - b.from)
}

/** What of a span none of the others covers, in order. */
export function without(span: TimeSpan, others: readonly TimeSpan[]): TimeSpan[] {
  let left = [span]
  for (const { from, to } of others)
    left = left.flatMap((one) => [
      ...(one.from < from ? [{ from: one.from, to: Math.min(one.to, from) }] : []),
      ...(to < one.to ? [{ from: Math.max(one.from, to), to: one.to }] : []),
    ])
  return left
}

/** Spans that touch or overlap as one, in order. */
export function joined(spans: readonly TimeSpan[]): TimeSpan[] {
  const whole: TimeSpan[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (last && span.from <= last.to)
      whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else whole.push(span)
  }
  return whole
}

export function isWithin(span: TimeSpan, outer: TimeSpan): boolean {
  return outer.from <= span.from && span.to <= outer.to
}
