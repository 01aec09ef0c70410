import { Suspense, useEffect, type ReactNode } from 'react'
import type { RareProps } from '../notices/RareNotice.tsx'
import { onDemand } from '../onDemand.tsx'
import { NotThereYet } from './NotThereYet.tsx'

const part = onDemand(
  'messages',
  async () => (await import('../notices/RareNotice.tsx')).RareNotice,
)

/** Before one is shown for the first time. */
export const loadNotices = part.load

/** Whoever comes in sees and hears the others first. Larger: a line that breaks may have one missing. Smaller: the first picture waits. */
const AHEAD_AFTER_MS = 1500

/** Loads them ahead, so that one is there when it is due. */
export function useNoticesAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => void loadNotices(), AHEAD_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
}

/** A notice that is loaded once one is in, as a banner or its words alone. One that is due before that is loaded at once. */
export function Rare(props: RareProps): ReactNode {
  return (
    <Suspense fallback={props.as === 'banner' && <NotThereYet />}>
      <part.Screen {...props} />
    </Suspense>
  )
}
