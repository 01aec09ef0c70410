import { RECONNECTING_SHOWN_AFTER_MS } from './gateClosedBy.ts'

/** Two lines lead out: the socket to the server, and the connection to the media server. */
export type Line = {
  socketLostSinceMs: number | undefined
  mediaLostSinceMs: number | undefined
  /** The dialog stays until the media server is reached again. */
  isReconnectingShown: boolean
  /** Since when words of others would have been heard; while one heard nothing at all, nobody was silent. */
  listeningSinceMs: number
  tickedAtMs: number | undefined
}

export type LineEvent =
  | { type: 'socket-lost'; atMs: number }
  | { type: 'socket-back'; atMs: number }
  | { type: 'media-lost'; atMs: number }
  | { type: 'media-back' }
  | { type: 'ticked'; nowMs: number }

/** Time that jumps by more was slept through. Larger: who wakes takes the others out as silent. Smaller: a busy page hears nobody miss. */
const ASLEEP_AFTER_MS = 5000

/** Before anything was lost. */
export const LINE_THERE: Line = {
  socketLostSinceMs: undefined,
  mediaLostSinceMs: undefined,
  isReconnectingShown: false,
  listeningSinceMs: 0,
  tickedAtMs: undefined,
}

/** What is lost, since when, and whether it has been shown. */
export function stepLine(line: Line, event: LineEvent): Line {
  switch (event.type) {
    case 'socket-lost':
      return { ...line, socketLostSinceMs: line.socketLostSinceMs ?? event.atMs }
    case 'media-lost':
      return { ...line, mediaLostSinceMs: line.mediaLostSinceMs ?? event.atMs }
    case 'socket-back':
      return { ...line, socketLostSinceMs: undefined, listeningSinceMs: event.atMs }
    case 'media-back':
      return { ...line, mediaLostSinceMs: undefined, isReconnectingShown: false }
    case 'ticked':
      return tick(line, event.nowMs)
  }
}

/** One goes in: what was out of reach before is missed from now on. */
export function missedFrom(line: Line, atMs: number): Line {
  const isLost = line.mediaLostSinceMs !== undefined
  return { ...line, mediaLostSinceMs: isLost ? atMs : undefined, isReconnectingShown: false }
}

function tick(line: Line, nowMs: number): Line {
  const { tickedAtMs, listeningSinceMs, isReconnectingShown } = line
  const hasSlept = tickedAtMs !== undefined && nowMs - tickedAtMs > ASLEEP_AFTER_MS
  return {
    ...line,
    tickedAtMs: nowMs,
    listeningSinceMs: hasSlept ? nowMs : listeningSinceMs,
    isReconnectingShown:
      isReconnectingShown || lostForMs(line, nowMs) >= RECONNECTING_SHOWN_AFTER_MS,
  }
}

/** How long somebody has said nothing, of the time in which one would have heard it. */
export function quietMs(heardAtMs: number, { line, nowMs }: { line: Line; nowMs: number }): number {
  return (line.socketLostSinceMs ?? nowMs) - Math.max(heardAtMs, line.listeningSinceMs)
}

/** How long sound and picture have been unable to leave; 0 while they can. */
export function lostForMs({ mediaLostSinceMs }: Line, nowMs: number): number {
  return mediaLostSinceMs === undefined ? 0 : Math.max(0, nowMs - mediaLostSinceMs)
}
