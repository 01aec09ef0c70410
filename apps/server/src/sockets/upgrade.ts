import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { LIMITS } from '@parley/protocol'
import { WebSocketServer, type WebSocket } from 'ws'
import { turnAway } from './turnAway.ts'

/** Sockets from one address. Larger: one stranger holds more. Smaller: a delegation behind one router is locked out. */
const SOCKETS_PER_ADDRESS = 512

type Open = (socket: WebSocket, request: IncomingMessage) => void
type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

/** Takes WebSockets at `/socket`, hands upgrades below `/media/` on, and turns away all others. */
export function takeUpgrades({
  server,
  addressOf,
  open,
  media,
}: {
  server: Server
  addressOf: (request: IncomingMessage) => string
  open: Open
  media: Upgrade
}): WebSocketServer {
  const counts = new Map<string, number>()
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.messageCharacters * 3,
    perMessageDeflate: false,
  })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const path = (request.url ?? '').split('?')[0] ?? ''
    if (path.startsWith('/media/')) return media(request, socket, head)
    if (path !== '/socket') return turnAway(socket, '404 Not Found')
    const address = addressOf(request)
    const count = (counts.get(address) ?? 0) + 1
    if (count > SOCKETS_PER_ADDRESS) return turnAway(socket, '429 Too Many Requests')
    counts.set(address, count)
    socket.once('close', () => {
      const left = (counts.get(address) ?? 1) - 1
      if (left > 0) counts.set(address, left)
      else counts.delete(address)
    })
    sockets.handleUpgrade(request, socket, head, (opened) => open(opened, request))
  })
  return sockets
}
