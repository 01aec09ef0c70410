import type { MediaAt } from '../config.ts'
import { WebSocket } from 'ws'

/** A media server of the test's own, on free ports. */
export const mediaChild: Extract<MediaAt, { is: 'child' }> = {
  is: 'child',
  binary: process.env['PARLEY_LIVEKIT'] ?? '.cache/livekit/server',
  nodeIp: '127.0.0.1',
  udpPort: 0,
  tcpPort: 0,
}

/** Enters a media room as far as its signalling, and gives what is heard first; or the status that it is turned away with. */
export async function enterRoom(
  base: string,
  token: string,
  { isInHeader = false } = {},
): Promise<{ status: number; first: Buffer; socket: WebSocket }> {
  const query = new URLSearchParams({ protocol: '15', sdk: 'js' })
  if (!isInHeader) query.set('access_token', token)
  const protocols = isInHeader ? ['parley-media', token] : []
  const socket = new WebSocket(`${base.replace(/^http/, 'ws')}/rtc?${query.toString()}`, protocols)
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; first: Buffer }>()
  socket.once('message', (data) =>
    resolve({ status: 101, first: Buffer.isBuffer(data) ? data : Buffer.of() }),
  )
  socket.once('unexpected-response', (_, { statusCode = 0 }) => {
    resolve({ status: statusCode, first: Buffer.of() })
    socket.terminate()
  })
  socket.once('error', reject)
  return { ...(await promise), socket }
}
