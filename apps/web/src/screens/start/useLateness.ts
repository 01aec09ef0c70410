import { useEffect, useState } from 'react'

/** How long one has been waiting, as far as it matters. */
type Lateness = 'late' | 'very-late' | 'offline'

/** Larger: one waits without a sign. Smaller: a bar flashes up on every page. */
const LATE_AFTER_MS = 1000

/** Larger: one doubts one's own device. Smaller: a slow line is called a server that is away. */
const VERY_LATE_AFTER_MS = 5000

/** Told anew as time goes on; undefined for the first second. */
export function useLateness(): Lateness | undefined {
  const [lateness, setLateness] = useState<Lateness>()
  useEffect(() => {
    const tell = (now: Lateness) => setLateness(navigator.onLine ? now : 'offline')
    const late = setTimeout(() => tell('late'), LATE_AFTER_MS)
    const veryLate = setTimeout(() => tell('very-late'), VERY_LATE_AFTER_MS)
    return () => {
      clearTimeout(late)
      clearTimeout(veryLate)
    }
  }, [])
  return lateness
}
