import type { EndedBy } from '@parley/call'

/** The last screen. One joins again only where the seat still is one's own. */
export type EndedView = {
  title: string
  by: EndedBy
  /** How long one was in, if one was. */
  wasInMs: number | undefined
  canJoinAgain: boolean
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
}: Pick<EndedView, 'title' | 'by' | 'wasInMs'>): EndedView {
  return { title, by, wasInMs, canJoinAgain: canJoinAgain(by) }
}
