import { setTimeout as after } from 'node:timers/promises'

const BETWEEN_TRIES_MS = 100

/**
 * Waits until the server says that it and its media server are ready.
 * @param {string} origin
 * @param {AbortSignal} signal Gives the wait up.
 * @returns {Promise<boolean>} False if it was given up.
 */
export async function isReady(origin, signal) {
  while (!signal.aborted) {
    if (await answers(`${origin}/readyz`, signal)) return true
    await after(BETWEEN_TRIES_MS)
  }
  return false
}

/**
 * @param {string} url
 * @param {AbortSignal} signal
 */
async function answers(url, signal) {
  try {
    return (await fetch(url, { signal })).ok
  } catch {
    return false
  }
}
