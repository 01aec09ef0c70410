import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react'

/** What a section and its heading are given, so that the keyboard keeps its place there. */
type KeptPlace = {
  readonly section: { readonly onFocus: (event: FocusEvent) => void }
  readonly heading: { readonly ref: RefObject<HTMLHeadingElement | null>; readonly tabIndex: -1 }
}

/** Where the control that the keyboard was on is gone after what it did, the section’s heading has the keyboard, and not the page’s beginning. */
export function useKeptPlace(): KeptPlace {
  const heading = useRef<HTMLHeadingElement>(null)
  const last = useRef<Element>(null)
  useLayoutEffect(() => {
    const { activeElement, body } = document
    if (activeElement !== body || !last.current) return
    if (last.current.isConnected && !last.current.matches(':disabled')) return
    last.current = null
    heading.current?.focus({ preventScroll: true })
  })
  return {
    section: { onFocus: ({ target }) => (last.current = target) },
    heading: { ref: heading, tabIndex: -1 },
  }
}
