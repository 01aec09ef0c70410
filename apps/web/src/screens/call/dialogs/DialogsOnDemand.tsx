import { useEffect, useState, type ComponentProps, type ReactNode } from 'react'
import type { CallDialogs } from './CallDialogs.tsx'

/** Unless one is opened before. Larger: a line that is lost soon cannot bring them. Smaller: the first picture of a call waits for them. */
const LOADED_AFTER_MS = 3000

/** What lies over the pictures: its code comes after the first of them. Where it cannot, it is asked for again with each dialog. */
export function DialogsOnDemand(props: ComponentProps<typeof CallDialogs>): ReactNode {
  const [loaded, setLoaded] = useState<{ Dialogs: typeof CallDialogs }>()
  const isWanted = props.dialog !== undefined
  useEffect(() => {
    if (loaded) return undefined
    const load = () =>
      void import('./CallDialogs.tsx').then(
        ({ CallDialogs: Dialogs }) => setLoaded({ Dialogs }),
        () => undefined,
      )
    if (isWanted) load()
    const timer = setTimeout(load, LOADED_AFTER_MS)
    return () => clearTimeout(timer)
  }, [loaded, isWanted])
  return loaded && <loaded.Dialogs {...props} />
}
