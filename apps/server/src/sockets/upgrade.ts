import type { IncomingHttpHeaders, IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { LIMITS } from '@parley/protocol'
import { WebSocketServer, type WebSocket } from 'ws'
import { turnAway, type TurnedAway } from './turnAway.ts'

/** Sockets from one network, the page's and the media server's. Larger: one stranger holds more. Smaller: a delegation behind one router is locked out. */
const SOCKETS_PER_NETWORK = 1024

type Open = (socket: WebSocket, request: IncomingMessage) => void
type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

/** Takes WebSockets at `/socket`, hands upgrades below `/media/` on, and turns away all others, and those of pages that may not use this server. */
export function takeUpgrades({
  server,
  networkOf,
  isClient,
  open,
  media,
  turnedAway,
  socketsPerNetwork = SOCKETS_PER_NETWORK,
}: {
  server: Server
  networkOf: (request: IncomingMessage) => string
  isClient: (from: IncomingHttpHeaders) => boolean
  open: Open
  media: Upgrade
  turnedAway: (why: TurnedAway) => void
  socketsPerNetwork?: number
}): WebSocketServer {
  const counts = new Counts()
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.messageCharacters * 3,
    perMessageDeflate: false,
  })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const away = (why: TurnedAway) => {
      turnedAway(why)
      turnAway(socket, why)
    }
    const network = networkOf(request)
    if (counts.of(network) >= socketsPerNetwork) return away('too-many')
    counts.change(network, 1)
    socket.once('close', () => counts.change(network, -1))
    if (!isClient(request.headers)) return away('other-client')
    const path = (request.url ?? '').split('?')[0] ?? ''
    if (path.startsWith('/media/')) return media(request, socket, head)
    if (path !== '/socket') return away('not-found')
    sockets.handleUpgrade(request, socket, head, (opened) => open(opened, request))
  })
  return sockets
}

/** How many of each there are; of none, nothing is kept. */
class Counts {
  readonly #counts = new Map<string, number>()

  of(name: string): number {
    return this.#counts.get(name) ?? 0
  }

  change(name: string, by: number): void {
    const count = this.of(name) + by
    if (count > 0) this.#counts.set(name, count)
    else this.#counts.delete(name)
  }
}
