import { lazy, type ComponentType, type ReactNode } from 'react'

/**
 * A screen whose code is loaded when it is shown first, or before by `load`. Once it is loaded it is shown at
 * once: a lazy component would show the fallback first, and React keeps a fallback for 300 ms.
 */
export function onDemand<P extends object>(
  loadScreen: () => Promise<ComponentType<P>>,
): { Screen: (props: P) => ReactNode; load: () => Promise<void> } {
  let loaded: ComponentType<P> | undefined
  const load = async () => {
    loaded ??= await loadScreen()
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
