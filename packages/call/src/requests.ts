import type { SeatId } from '@parley/protocol'

/** What an interpreter asks of whoever speaks. Each has a sentence. */
export type RequestKind = 'slower' | 'unfit-sound' | 'repeat-number'

/** What was asked of somebody, and what became of it. */
export type OwnRequest = {
  id: string
  what: RequestKind
  of: SeatId
  atMs: number
  is: 'on-its-way' | 'said' | 'not-said' | 'seen'
}

export type RequestsEvent =
  | { type: 'request-pressed'; id: string; what: RequestKind; of: SeatId; atMs: number }
  | { type: 'request-said' | 'request-not-said'; id: string }
  | { type: 'request-seen-heard'; by: SeatId; id: string }

export type RequestsEffect = { do: 'say-request'; id: string; what: RequestKind; of: SeatId }

/** The same is asked, and taken from one person, once in that time. Larger: a second need goes unseen. Smaller: it covers the faces. */
export const ONCE_IN_MS = 5000

/** Kept of each list. Larger: nobody reads so far back. Smaller: one that is answered late is forgotten. */
export const KEPT_REQUESTS = 12

/** What an interpreter asks: said once in five seconds, and seen only by the word of whoever was asked. */
export function stepRequests(
  requests: readonly OwnRequest[],
  event: RequestsEvent,
): readonly [readonly OwnRequest[], readonly RequestsEffect[]] {
  switch (event.type) {
    case 'request-pressed': {
      const { id, what, of, atMs } = event
      if (requests.some((one) => one.what === what && atMs - one.atMs < ONCE_IN_MS))
        return [requests, []]
      const made = { id, what, of, atMs, is: 'on-its-way' as const }
      return [[...requests, made].slice(-KEPT_REQUESTS), [{ do: 'say-request', id, what, of }]]
    }
    case 'request-said':
      return [mark(requests, event.id, ({ is }) => (is === 'on-its-way' ? 'said' : is)), []]
    case 'request-not-said':
      return [mark(requests, event.id, () => 'not-said'), []]
    case 'request-seen-heard':
      return [mark(requests, event.id, ({ of, is }) => (of === event.by ? 'seen' : is)), []]
  }
}

function mark(
  requests: readonly OwnRequest[],
  id: string,
  now: (one: OwnRequest) => OwnRequest['is'],
): readonly OwnRequest[] {
  return requests.map((one) => (one.id === id ? { ...one, is: now(one) } : one))
}
