import type { EndedBy } from '@parley/call'

/** The last screen. One joins again only where the seat still is one's own. */
export type EndedView = {
  title: string
  by: EndedBy
  /** How long one was in, in whole minutes, if one was. */
  minutes: number | undefined
  canJoinAgain: boolean
  /** Where one's own desk is rung, if it is the one to ask. */
  telephone: string | undefined
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
}: {
  title: string
  by: EndedBy
  wasInMs: number | undefined
  telephone: string | undefined
}): EndedView {
  return {
    title,
    by,
    minutes: wasInMs === undefined ? undefined : Math.floor(wasInMs / 60_000),
    canJoinAgain: canJoinAgain(by),
    telephone: canJoinAgain(by) ? undefined : telephone,
  }
}
