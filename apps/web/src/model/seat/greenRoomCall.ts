import type { HeldCode } from '@parley/group'
import type { GreenRoomCall, Loading } from '../greenRoomView.ts'

/** What the green room is told of the call behind it. */
export type Behind = {
  /** Why `admit` would hold one's own seat; nothing while that was not asked, or it would not. */
  held: HeldCode | undefined
  isServerAway: boolean
  /** How far the call is loaded, once that takes a second; `failed` where it could not be. */
  loading: Loading | 'failed' | undefined
}

/** Nothing is known to be in the way. */
export const NOTHING_IN_THE_WAY: Behind = {
  held: undefined,
  isServerAway: false,
  loading: undefined,
}

/** Whether one can go in. */
export function greenRoomCall(
  { held, isServerAway, loading }: Behind,
  own: { isJoining: boolean; isAgreed: boolean },
): GreenRoomCall {
  if (!own.isAgreed) return { phase: 'refused', why: 'not-agreed' }
  if (held) return { phase: 'refused', why: held }
  if (loading === 'failed') return { phase: 'not-loaded' }
  if (own.isJoining) return { phase: 'joining', loading }
  return isServerAway ? { phase: 'away' } : { phase: 'ready' }
}
