import { useEffect, type RefObject } from 'react'

/** How long nothing is touched before the controls go. Larger: they stand before the picture. Smaller: they go before a hand has found one. */
const QUIET_AFTER_MS = 4000

const SIGNS = ['pointermove', 'pointerdown', 'click', 'keydown', 'focusin'] as const

/**
 * Marks an element with `data-quiet` while `isWatched` and nobody moves a mouse, touches the screen or presses a
 * key. A finger brings the controls back at the end of its tap, so that the same tap cannot press one of them.
 */
export function useQuiet(element: RefObject<HTMLElement | null>, isWatched: boolean): void {
  useEffect(() => {
    const { current } = element
    if (!current || !isWatched) return undefined
    let timer = 0
    const wake = (event?: Event): void => {
      if (event instanceof PointerEvent && event.type !== 'click' && event.pointerType === 'touch')
        return
      current.removeAttribute('data-quiet')
      clearTimeout(timer)
      timer = window.setTimeout(() => current.setAttribute('data-quiet', ''), QUIET_AFTER_MS)
    }
    wake()
    for (const sign of SIGNS) document.addEventListener(sign, wake, true)
    return () => {
      clearTimeout(timer)
      current.removeAttribute('data-quiet')
      for (const sign of SIGNS) document.removeEventListener(sign, wake, true)
    }
  }, [element, isWatched])
}
