import { useEffect, useState } from 'react'
import { PageWait } from '../../model/pageWait.ts'

/** How long one has been waiting, as far as it matters. */
type Lateness = 'late' | 'very-late' | 'offline'

/** Larger: one waits without a sign. Smaller: a bar flashes up on every page. */
const LATE_AFTER_MS = 1000

/** Larger: one doubts one's own device. Smaller: a slow line is called a server that is away. */
const VERY_LATE_AFTER_MS = 5000

const pageWait = new PageWait()

/** Told anew as time goes on; undefined for the first second, in which the page's own code is loaded too. */
export function useLateness(): Lateness | undefined {
  const [lateness, setLateness] = useState<Lateness | undefined>(() =>
    leftMs() > 0 ? undefined : 'late',
  )
  useEffect(() => {
    const tell = (now: Lateness) => setLateness(navigator.onLine ? now : 'offline')
    const late = setTimeout(() => tell('late'), leftMs())
    const veryLate = setTimeout(() => tell('very-late'), VERY_LATE_AFTER_MS)
    pageWait.begin(performance.now())
    return () => {
      clearTimeout(late)
      clearTimeout(veryLate)
      pageWait.end(performance.now())
    }
  }, [])
  return lateness
}

/** How long one is told nothing yet. */
function leftMs(): number {
  return LATE_AFTER_MS - pageWait.waitedMs(performance.now())
}
