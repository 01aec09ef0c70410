import type { Clock } from '@parley/call'
import type { OpenSeat } from '@parley/client'
import type { Capture } from '../../adapters/media/capture.ts'
import type { CallSide } from '../callFacts.ts'
import type { LiveCall } from './liveCall.ts'

/** A busy page goes on after this. Larger: a click finds nothing ready. Smaller: the green room waits for the call's code. */
const IDLE_WITHIN_MS = 1000

/** Opens the call of a seat behind the green room, with a way to its devices. Rejects where its code cannot be loaded. */
export async function prepareCall({
  seat,
  clock,
  sides,
  capture,
  onLoaded,
  connections = new Set(),
}: {
  seat: OpenSeat
  clock: Clock
  sides: readonly CallSide[]
  capture: Capture
  /** Its code is there, and is about to be run. */
  onLoaded?: () => void
  /** Those that stand are kept in it. */
  connections?: Set<RTCPeerConnection>
}): Promise<LiveCall> {
  const { MediaGround, MediaSession, openCall, liveCall } = await import('./callCode.ts')
  onLoaded?.()
  const ground = new MediaGround({ capture })
  const media = new MediaSession({ ground, room: 'plenary', connections })
  const open = await openCall(seat, { media, clock })
  const mediaOf = () => new MediaSession({ ground, room: 'caucus' })
  return liveCall({ seat, open, ground, mediaOf, media, clock, sides })
}

/** Resolves when the page has nothing better to do: what is wanted later does not delay what is wanted now. */
export function pageIsIdle(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  if ('requestIdleCallback' in globalThis)
    requestIdleCallback(() => resolve(), { timeout: IDLE_WITHIN_MS })
  else setTimeout(resolve, IDLE_WITHIN_MS)
  return promise
}
