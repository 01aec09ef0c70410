import type { SeatId } from '@parley/protocol'
import { KEPT_REQUESTS, ONCE_IN_MS, type RequestKind } from './requests.ts'

/** What an interpreter asks of whoever sits here. */
export type HeardRequest = { id: string; what: RequestKind; from: SeatId; atMs: number }

export type AskedOfYouEvent =
  | ({ type: 'request-heard' } & HeardRequest)
  /** It stands on a page that is in sight. */
  | { type: 'request-shown'; id: string; from: SeatId }

export type AskedOfYouEffect = {
  do: 'say'
  word: { word: 'request-seen'; id: string; from: SeatId }
}

/** Takes the same from one person once in five seconds, and says of what was asked that it was seen. */
export function stepAskedOfYou(
  asked: readonly HeardRequest[],
  event: AskedOfYouEvent,
): readonly [readonly HeardRequest[], readonly AskedOfYouEffect[]] {
  const { type: _, ...one } = event
  const { id, from } = one
  const known = asked.find((before) => before.from === from && before.id === id)
  if (!('what' in one))
    return [asked, known ? [{ do: 'say', word: { word: 'request-seen', id, from } }] : []]
  const { what, atMs } = one
  const isRecent = asked.some(
    (before) => before.from === from && before.what === what && atMs - before.atMs < ONCE_IN_MS,
  )
  return [known || isRecent ? asked : [...asked, one].slice(-KEPT_REQUESTS), []]
}
