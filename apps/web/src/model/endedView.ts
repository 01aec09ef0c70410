import type { EndedBy } from '@parley/call'
import type { CallId, SeatId } from '@parley/protocol'

/** The last screen. One joins again only where the seat still is one's own. */
export type EndedView = {
  title: string
  by: EndedBy
  /** How long one was in, in whole minutes, if one was. */
  minutes: number | undefined
  canJoinAgain: boolean
  /** Where one's own desk is rung, if it is the one to ask. */
  telephone: string | undefined
  /** Where one sat: what was recorded there may be here. */
  place: { call: CallId; seat: SeatId }
}

export type EndedEvent = { type: 'join-again-pressed' }

/** Whether the seat is still there: after a withdrawal or a refusal it is the desk's to give. */
export function canJoinAgain(by: EndedBy): boolean {
  switch (by) {
    case 'left':
    case 'replaced':
      return true
    case 'withdrawn':
    case 'refused':
      return false
  }
}

/** What the last screen shows. */
export function endedView({
  title,
  by,
  wasInMs,
  telephone,
  place,
}: {
  title: string
  by: EndedBy
  wasInMs: number | undefined
  telephone: string | undefined
  place: EndedView['place']
}): EndedView {
  return {
    title,
    by,
    minutes: wasInMs === undefined ? undefined : Math.floor(wasInMs / 60_000),
    canJoinAgain: canJoinAgain(by),
    telephone: canJoinAgain(by) ? undefined : telephone,
    place,
  }
}
