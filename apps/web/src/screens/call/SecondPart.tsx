import { useEffect, useState, type ComponentProps, type ReactNode } from 'react'
import { onDemand } from '../onDemand.tsx'
import type { SecondWindow } from '../second/SecondWindow.tsx'

const { Screen, load } = onDemand(
  'messages',
  async () => (await import('../second/SecondWindow.tsx')).SecondWindow,
)

/** Whoever comes in sees and hears the others first; and a line that could not bring it is asked again. */
const EVERY_MS = 5000

/** The way to a second window, once its code is there. */
export function SecondPart(shown: ComponentProps<typeof SecondWindow>): ReactNode {
  const [isThere, setThere] = useState(false)
  useEffect(() => {
    if (isThere) return undefined
    const timer = setInterval(
      () =>
        void load().then(
          () => setThere(true),
          () => undefined,
        ),
      EVERY_MS,
    )
    return () => clearInterval(timer)
  }, [isThere])
  return isThere && <Screen {...shown} />
}
