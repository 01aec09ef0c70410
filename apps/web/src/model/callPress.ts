import type { MicrophoneView } from './callView.ts'

/**
 * How long after something else closed the microphone a press on it counts as meant for the state
 * before. Larger: one presses twice. Smaller: whoever reaches for the button to close it, opens it.
 */
const MEANT_FOR_BEFORE_MS = 700

/** When the microphone closed, if it was not its holder who closed it. */
export type ClosedUnderHand = { atMs: number } | undefined

/** Remembers that the microphone closed by itself, so that a press already under way does not open it. */
export function closedUnderHand(
  before: MicrophoneView,
  now: MicrophoneView,
  nowMs: number,
): ClosedUnderHand {
  const wasOpen = before.is === 'open' || before.is === 'opening'
  const isClosed = now.is === 'closed' || now.is === 'unavailable'
  return wasOpen && isClosed && now.closedBy !== 'holder' ? { atMs: nowMs } : undefined
}

/** Whether a press on the microphone was meant for what it now says. */
export function isPressMeant(closed: ClosedUnderHand, nowMs: number): boolean {
  return closed === undefined || nowMs - closed.atMs >= MEANT_FOR_BEFORE_MS
}
