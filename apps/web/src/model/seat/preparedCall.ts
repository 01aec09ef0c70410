import type { Clock, Media } from '@parley/call'
import type { OpenCall, OpenSeat } from '@parley/client'
import type { liveCall } from './liveCall.ts'
import type { Capture } from '../../adapters/media/capture.ts'

/** A busy page goes on after this. Larger: a click finds nothing ready. Smaller: the green room waits for the call's code. */
const IDLE_WITHIN_MS = 1000

/** A call at the door: its code is loaded, its worker runs, and its runner has not joined. */
export type PreparedCall = AsyncDisposable & {
  readonly open: OpenCall
  readonly media: Media
  /** Joins it. */
  readonly join: typeof liveCall
}

/** Opens the call of a seat, with a way to its devices. Rejects where its code cannot be loaded. */
export async function prepareCall({
  seat,
  clock,
  capture,
  onLoaded,
  connections = new Set(),
}: {
  seat: OpenSeat
  clock: Clock
  capture: Capture
  /** Its code is there, and is about to be run. */
  onLoaded?: () => void
  /** Those that stand are kept in it. */
  connections?: Set<RTCPeerConnection>
}): Promise<PreparedCall> {
  const { MediaSession, openCall, liveCall: join } = await import('./callCode.ts')
  onLoaded?.()
  const media = new MediaSession({ capture, connections })
  const open = await openCall(seat, { media, clock })
  return { open, media, join, [Symbol.asyncDispose]: () => open[Symbol.asyncDispose]() }
}

/** Resolves when the page has nothing better to do: what is wanted later does not delay what is wanted now. */
export function pageIsIdle(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  if ('requestIdleCallback' in globalThis)
    requestIdleCallback(() => resolve(), { timeout: IDLE_WITHIN_MS })
  else setTimeout(resolve, IDLE_WITHIN_MS)
  return promise
}
