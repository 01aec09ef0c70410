import { readFileSync } from 'node:fs'

const BETWEEN_LOOKS_MS = 1_000

/**
 * Calls back once when the npm that runs us, or the shell between, is no more: killed, it passes on no signal.
 * @param {() => void} gone
 * @returns {NodeJS.Timeout | undefined} Nothing if no npm runs us.
 */
export function whenNpmIsGone(gone) {
  if (process.env['npm_lifecycle_event'] === undefined) return undefined
  const before = ancestors()
  const timer = setInterval(() => {
    if (ancestors() === before) return
    clearInterval(timer)
    gone()
  }, BETWEEN_LOOKS_MS)
  return timer.unref()
}

/** Our parent, and its parent where the system tells it in a file. */
function ancestors() {
  const parent = process.ppid
  try {
    const fields = readFileSync(`/proc/${parent}/stat`, 'utf8').split(') ')[1]?.split(' ')
    return `${parent} ${fields?.[1]}`
  } catch {
    return String(parent)
  }
}
