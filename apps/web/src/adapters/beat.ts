/** How often levels are looked at. Larger: the meter lags behind the voice. Smaller: the page is drawn more often, and a quiet room costs power. */
const BEAT_MS = 100

const asked = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** Runs ten times a second, in one task with all others that asked: the page is drawn once for whatever they find. */
export function onBeat(run: () => void): Disposable {
  asked.add(run)
  timer ??= setInterval(() => {
    for (const each of asked) each()
  }, BEAT_MS)
  return {
    [Symbol.dispose]() {
      asked.delete(run)
      if (asked.size > 0) return
      clearInterval(timer)
      timer = undefined
    },
  }
}
