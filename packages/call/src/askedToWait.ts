import type { SeatId } from '@parley/protocol'

/** Who asked the room to wait, because not everybody hears what is said. */
export type AskedToWait = {
  /** When each of the others last did. */
  asked: ReadonlyMap<SeatId, number>
  /** One's own asking: on its way, or heard by everybody who is in. */
  own: { atMs: number; isSaid: boolean } | undefined
}

export type AskedToWaitEvent =
  | { type: 'wait-pressed'; atMs: number }
  | { type: 'wait-said' }
  | { type: 'wait-not-said' }
  | { type: 'wait-heard'; from: SeatId; atMs: number }

export type AskedToWaitEffect = { do: 'say-wait' }

/** One person's asking counts once in that time. Larger: a second need goes unseen. Smaller: one covers the faces of all. */
const ONCE_IN_MS = 10_000

/** Nobody asked. */
export const NOBODY_ASKED: AskedToWait = { asked: new Map(), own: undefined }

/** Asks at most once in ten seconds, and takes it from each of the others as seldom. */
export function stepAskedToWait(
  waiting: AskedToWait,
  event: AskedToWaitEvent,
): readonly [AskedToWait, readonly AskedToWaitEffect[]] {
  switch (event.type) {
    case 'wait-pressed': {
      const { atMs } = event
      if (isRecent(waiting.own?.atMs, atMs)) return [waiting, []]
      return [{ ...waiting, own: { atMs, isSaid: false } }, [{ do: 'say-wait' }]]
    }
    case 'wait-said':
      return [{ ...waiting, own: waiting.own && { ...waiting.own, isSaid: true } }, []]
    case 'wait-not-said':
      return [{ ...waiting, own: undefined }, []]
    case 'wait-heard': {
      const { from, atMs } = event
      if (isRecent(waiting.asked.get(from), atMs)) return [waiting, []]
      return [{ ...waiting, asked: new Map(waiting.asked).set(from, atMs) }, []]
    }
  }
}

/** Whether everybody here was asked just now, and asking again would count for nothing. */
export function hasAsked({ own }: AskedToWait, nowMs: number): boolean {
  return own !== undefined && own.isSaid && isRecent(own.atMs, nowMs)
}

function isRecent(atMs: number | undefined, nowMs: number): boolean {
  return atMs !== undefined && nowMs - atMs < ONCE_IN_MS
}
