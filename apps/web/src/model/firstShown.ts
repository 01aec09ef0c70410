import { effect, type ReadonlySignal } from '@preact/signals-core'
import type { Screen } from './screen.ts'

/** Resolves once the page has more to show than that it is being opened. */
export function firstShown(screen: ReadonlySignal<Screen>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = effect(() => {
    if (!isOpening(screen.value)) resolve()
  })
  return promise.finally(stop)
}

/** A seat is itself opened, too. */
function isOpening(screen: Screen): boolean {
  if (screen.is !== 'seat') return screen.is === 'opening'
  return 'live' in screen.model && screen.model.screen.value.is === 'opening'
}
