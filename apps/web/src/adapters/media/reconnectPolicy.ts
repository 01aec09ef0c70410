import type { ReconnectPolicy } from 'livekit-client'

/** Larger: a vanished media server is clung to. Smaller: short breaks cost a whole new connection. */
const CLING_FOR_MS = 3000

const RESUME_AFTER_MS = [0, 300, 700, 1000]

const RESUME_AT_LEAST_EVERY_MS = 1000

/**
 * How long the client mends a connection before we leave it and join anew: briefly, but as long as media flow
 * without its signalling.
 */
export function mendWhile(isFlowing: () => boolean): ReconnectPolicy {
  return {
    nextRetryDelayInMs({ retryCount, elapsedMs }) {
      const afterMs = RESUME_AFTER_MS[retryCount] ?? RESUME_AT_LEAST_EVERY_MS
      const isOver = elapsedMs > CLING_FOR_MS || retryCount >= RESUME_AFTER_MS.length
      return isOver && !isFlowing() ? null : afterMs * (0.75 + Math.random() / 2)
    },
  }
}

/** Larger: media comes back later. Smaller: a room of people storms a media server that is starting. */
const JOIN_AT_MOST_EVERY_MS = 2000

/** When to try to join after so many failures in a row, with jitter. */
export function joinAfterMs(failures: number): number {
  if (failures === 0) return 100 * Math.random()
  return Math.min(JOIN_AT_MOST_EVERY_MS, 250 * 2 ** failures) * (0.5 + Math.random() / 2)
}
