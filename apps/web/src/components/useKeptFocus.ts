import { useEffect, useRef, type RefObject } from 'react'

/** What focus can fall back to: something that says what it is about. */
const AROUND = 'section, form, fieldset, main, [role="tabpanel"], [role="group"]'

/**
 * Focus whose element is taken from the page, such as a button that did its work, goes to the nearest thing
 * around it that is still there: else whoever uses the keyboard begins again at the top.
 */
export function useKeptFocus<E extends HTMLElement>(): RefObject<E | null> {
  const container = useRef<E>(null)
  useEffect(() => {
    const { current } = container
    if (!current) return
    let path: readonly Element[] = []
    const note = (event: FocusEvent) => (path = event.target ? around(event.target as Element) : [])
    const forget = () =>
      queueMicrotask(() => {
        if (path[0]?.isConnected && path[0] !== document.activeElement) path = []
      })
    const observer = new MutationObserver(() => {
      if (document.activeElement !== document.body || !path[0] || path[0].isConnected) return
      fallTo(path.find((element) => element.isConnected && element.matches(AROUND)))
    })
    current.addEventListener('focusin', note)
    current.addEventListener('focusout', forget)
    observer.observe(current, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      current.removeEventListener('focusin', note)
      current.removeEventListener('focusout', forget)
    }
  }, [])
  return container
}

/** The element and all around it, the nearest first. */
function around(element: Element): readonly Element[] {
  const parent = element.parentElement
  return [element, ...(parent ? around(parent) : [])]
}

function fallTo(element: Element | undefined): void {
  if (!(element instanceof HTMLElement)) return
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus({ preventScroll: true })
}
