import { RECONNECTING_SHOWN_AFTER_MS } from './gateClosedBy.ts'

/** Two lines lead out: the socket to the server, and the connection to the media server. */
export type Line = {
  socketLostSinceMs: number | undefined
  mediaLostSinceMs: number | undefined
  /** The dialog stays until the media server is reached again. */
  isReconnectingShown: boolean
}

export type LineEvent =
  | { type: 'socket-lost'; atMs: number }
  | { type: 'socket-back' }
  | { type: 'media-lost'; atMs: number }
  | { type: 'media-back' }
  | { type: 'ticked'; nowMs: number }

/** Before anything was lost. */
export const LINE_THERE: Line = {
  socketLostSinceMs: undefined,
  mediaLostSinceMs: undefined,
  isReconnectingShown: false,
}

/** What is lost, since when, and whether it has been shown. */
export function stepLine(line: Line, event: LineEvent): Line {
  switch (event.type) {
    case 'socket-lost':
      return { ...line, socketLostSinceMs: line.socketLostSinceMs ?? event.atMs }
    case 'media-lost':
      return { ...line, mediaLostSinceMs: line.mediaLostSinceMs ?? event.atMs }
    case 'socket-back':
      return { ...line, socketLostSinceMs: undefined }
    case 'media-back':
      return { ...line, mediaLostSinceMs: undefined, isReconnectingShown: false }
    case 'ticked':
      return lostForMs(line, event.nowMs) >= RECONNECTING_SHOWN_AFTER_MS
        ? { ...line, isReconnectingShown: true }
        : line
  }
}

/** How long sound and picture have been unable to leave; 0 while they can. */
export function lostForMs({ mediaLostSinceMs }: Line, nowMs: number): number {
  return mediaLostSinceMs === undefined ? 0 : Math.max(0, nowMs - mediaLostSinceMs)
}
