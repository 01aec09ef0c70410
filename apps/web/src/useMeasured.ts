import type { ReadonlySignal } from '@preact/signals-core'
import { useCallback, useSyncExternalStore } from 'react'

/** Larger: one who speaks waits to see that it is heard. Smaller: it moves. */
const STILL_MS = 1000

/**
 * Reads what is measured many times a second; for whoever asked that nothing moves, once in one. The component
 * renders again only when what it takes of it is another.
 */
export function useMeasured<T>(signal: ReadonlySignal<T>): T
export function useMeasured<T, Taken>(signal: ReadonlySignal<T>, take: (now: T) => Taken): Taken
export function useMeasured<T>(signal: ReadonlySignal<T>, take = (now: T): unknown => now) {
  const subscribe = useCallback(
    (onChange: () => void): (() => void) => {
      if (!matchMedia('(prefers-reduced-motion: reduce)').matches) return signal.subscribe(onChange)
      const timer = setInterval(onChange, STILL_MS)
      return () => clearInterval(timer)
    },
    [signal],
  )
  return useSyncExternalStore(subscribe, () => take(signal.peek()))
}
