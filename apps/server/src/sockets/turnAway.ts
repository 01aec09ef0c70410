import type { Duplex } from 'node:stream'

/** Why an upgrade is not taken, and the status line that says so. */
const STATUS = {
  'other-client': '403 Forbidden',
  'not-found': '404 Not Found',
  'too-many': '429 Too Many Requests',
  'media-away': '503 Service Unavailable',
} as const
export type TurnedAway = keyof typeof STATUS

/** Answers an upgrade that is not taken. */
export function turnAway(socket: Duplex, why: TurnedAway): void {
  answerWith(socket, STATUS[why])
}

/** Answers it with somebody else's status line. */
export function answerWith(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
