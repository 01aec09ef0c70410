/** Larger: one hears the steps. Smaller: a busy page does more. */
const STEP_MS = 20

/** Brings an element to a volume from 0 to 1: down at once, up evenly within so many milliseconds. The answer ends it. */
export function fadeVolume(
  element: HTMLMediaElement,
  { volume, overMs }: { volume: number; overMs: number },
): () => void {
  const from = element.volume
  if (overMs === 0 || volume <= from) {
    element.volume = volume
    return () => undefined
  }
  const startMs = performance.now()
  const timer = setInterval(() => {
    const part = Math.min(1, (performance.now() - startMs) / overMs)
    element.volume = from + (volume - from) * part
    if (part === 1) clearInterval(timer)
  }, STEP_MS)
  return () => clearInterval(timer)
}
