import type { ReadonlySignal } from '@preact/signals-core'
import { useCallback, useSyncExternalStore } from 'react'

/** Larger: one who speaks waits to see that it is heard. Smaller: it moves. */
const STILL_MS = 1000

/** Reads what is measured many times a second; for whoever asked that nothing moves, once in one. */
export function useMeasured<T>(signal: ReadonlySignal<T>): T {
  const subscribe = useCallback(
    (onChange: () => void): (() => void) => {
      if (!matchMedia('(prefers-reduced-motion: reduce)').matches) return signal.subscribe(onChange)
      const timer = setInterval(onChange, STILL_MS)
      return () => clearInterval(timer)
    },
    [signal],
  )
  return useSyncExternalStore(subscribe, () => signal.peek())
}
