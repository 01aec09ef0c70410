import type { ReactNode } from 'react'

/** The key that does the same, to eyes; `aria-keyshortcuts` says it to others. */
export function Key({ children }: { children: ReactNode }): ReactNode {
  return (
    <kbd className="booth__key" aria-hidden>
      {children}
    </kbd>
  )
}
