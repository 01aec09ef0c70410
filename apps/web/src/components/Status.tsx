import type { ReactNode } from 'react'

/** As agreed, usable, not good enough, or awaited: four shapes, and always a word beside them. */
export type StatusKind = 'good' | 'usable' | 'not' | 'awaited'

export function Status({ kind, children }: { kind: StatusKind; children: ReactNode }): ReactNode {
  return (
    <span className={`status status--${kind}`}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        {SHAPES[kind]}
      </svg>
      <span>{children}</span>
    </span>
  )
}

const SHAPES: Readonly<Record<StatusKind, ReactNode>> = {
  good: (
    <>
      <circle cx="10" cy="10" r="9" fill="currentColor" />
      <path d="M5.8 10.4l2.8 2.8 5.6-6" fill="none" stroke="var(--sheet)" strokeWidth="2" />
    </>
  ),
  usable: (
    <>
      <circle cx="10" cy="10" r="8.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M10 1.8a8.2 8.2 0 0 0 0 16.4z" fill="currentColor" />
    </>
  ),
  not: (
    <path d="M2 2h16v16H2zM5 5l10 10M15 5L5 15" fill="none" stroke="currentColor" strokeWidth="2" />
  ),
  awaited: (
    <circle
      cx="10"
      cy="10"
      r="8.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeDasharray="3.2 2.6"
    />
  ),
}
