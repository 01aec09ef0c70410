import { lazy, type ComponentType, type ReactNode } from 'react'
import { fetched } from '../adapters/fetched.ts'
import type { Area } from '../language/catalogues.ts'
import { words } from '../language/spoken.ts'

/**
 * A screen whose code is loaded when it is shown first, or before by `load`. Once it is loaded it is shown at
 * once: a lazy component would show the fallback first, and React keeps a fallback for 300 ms. The words of
 * its part of the page are loaded beside it. Where the line is away the fallback stays until it is back.
 */
export function onDemand<P extends object>(
  area: Area,
  loadScreen: () => Promise<ComponentType<P>>,
): { Screen: (props: P) => ReactNode; load: () => Promise<void> } {
  let loaded: ComponentType<P> | undefined
  const load = async () => {
    loaded ??= await fetched(async () => (await Promise.all([loadScreen(), words.need(area)]))[0])
    return loaded
  }
  const Lazy: ComponentType<P> = lazy(async () => ({ default: await load() }))
  return {
    Screen(props) {
      const Shown = loaded ?? Lazy
      return <Shown {...props} />
    },
    load: async () => void (await load()),
  }
}
