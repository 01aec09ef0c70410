import { dialledServer } from '../pageSettings.ts'

/** How long an answer may take. Larger: a dead line is called slow. Smaller: a slow one is called dead. */
const WITHIN_MS = 5000

/** Asks our server for a word, and tells how long the answer took, in ms. Rejects when none came. */
export async function askServer(signal: AbortSignal): Promise<number> {
  const sinceMs = performance.now()
  const within = AbortSignal.any([signal, AbortSignal.timeout(WITHIN_MS)])
  const { ok } = await fetch(`${dialledServer}/healthz`, {
    cache: 'no-store',
    credentials: 'omit',
    signal: within,
  })
  if (!ok) throw new Error('The server did not answer as it does')
  return performance.now() - sinceMs
}
