import type { ReactNode } from 'react'
import type { Span, Stay } from '@parley/release'

/** Units of the drawing. A shorter span is drawn as wide as can be seen. */
const [WIDTH, LEAST] = [1000, 3]

/** Somebody’s stays and open microphones on the time of the whole call. It runs from left to right in every script; the words beside it say the same. */
export function SpanBar({
  stays,
  held: { from, to },
}: {
  stays: readonly Stay[]
  /** The time of the whole call. */
  held: { from: number; to: number }
}): ReactNode {
  const scale = WIDTH / Math.max(1, to - from)
  const rect = (span: Span, { name, until }: { name: string; until: number }) => {
    const x = (span.from - from) * scale
    const width = Math.max(LEAST, ((span.to ?? until) - span.from) * scale)
    const [y, height] = name === 'stay' ? [9, 2] : [3, 14]
    return (
      <rect
        key={`${name} ${span.from}`}
        className={`spanbar__${name}`}
        x={Math.min(x, WIDTH - LEAST)}
        y={y}
        width={width}
        height={height}
      />
    )
  }
  return (
    <svg
      className="spanbar"
      viewBox={`0 0 ${WIDTH} 20`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {stays.flatMap((stay) => {
        const until = stay.to ?? stay.lastSaid
        return [
          rect(stay, { name: 'stay', until }),
          ...stay.microphone.map((span) => rect(span, { name: 'voice', until })),
          ...stay.interpreted.map((span) => rect(span, { name: 'into', until })),
        ]
      })}
    </svg>
  )
}
