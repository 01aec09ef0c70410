import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders, RequestListener, Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { WebSocketServer } from 'ws'
import { createApp } from './app.ts'
import { systemClock, type Clock } from './clock.ts'
import type { Config } from './config.ts'
import { keptCreateToken, randomCreateToken } from './createToken.ts'
import { openDatabase } from './database/open.ts'
import { keepHouse } from './keepHouse.ts'
import { listen, portOf } from './listen.ts'
import { createLog, type Log } from './log.ts'
import { MEDIA_PATH } from './media/mediaToken.ts'
import { openMediaServer } from './media/openMediaServer.ts'
import { proxyRequest, proxyUpgrade } from './media/proxy.ts'
import { createMetrics } from './pages/metrics.ts'
import { networkReader } from './pages/networkReader.ts'
import { PerMinute, REQUESTS_PER_MINUTE } from './perMinute.ts'
import type { Secret } from './secret.ts'
import { Buckets, STRANGERS_OF_A_NETWORK } from './sockets/buckets.ts'
import { isClientOrigin } from './sockets/clientOrigins.ts'
import { Connection } from './sockets/connection.ts'
import { openDoors } from './sockets/doors.ts'
import { Hub } from './sockets/hub.ts'
import { openBus } from './sockets/openBus.ts'
import { isOriginOf, ownOrigin } from './sockets/origins.ts'
import { takeUpgrades } from './sockets/upgrade.ts'

/** A server that listens. Disposing of it ends all it started. */
export interface RunningServer extends AsyncDisposable {
  /** `http://localhost:PORT`. */
  readonly url: string
  /** Empty if creation is open. */
  readonly createToken: string
  /** The process of the media server, if it is a child that runs. */
  readonly mediaPid: number | undefined
}

/** Opens the parts in order; they are closed in reverse. Whatever is not given is as small as can be: in memory, on a free port, without media. */
export async function startServer(
  given: Partial<Config> & { clock?: Clock; log?: Log } = {},
): Promise<RunningServer> {
  const { clock = systemClock, log = createLog() } = given
  await using parts = new AsyncDisposableStack()
  const databaseAt = given.database ?? { is: 'sqlite', file: ':memory:' }
  const db = parts.use(await openDatabase(databaseAt))
  const bus = parts.use(await openBus(databaseAt, { db, clock, log }))
  const media = parts.use(await openMediaServer(given.media ?? { is: 'none' }, { clock, log }))
  const instance = randomUUID()
  const hub = new Hub()
  parts.use(await keepHouse({ db, clock, log, instance, media, hub }))

  const metrics = createMetrics({
    sockets: () => hub.all().length,
    isMediaThere: () => media.isThere,
  })
  const createToken = await tokenOf(given)
  const networkOf = networkReader({ isBehindProxy: given.isBehindProxy ?? false })
  const isClient = (from: IncomingHttpHeaders) =>
    isClientOrigin(from, {
      clients: given.clientOrigins ?? [],
      configured: given.origins ?? [],
    })
  /** As CORS names who may read an answer. */
  const readersOf = (from: IncomingHttpHeaders) => {
    if (!given.clientOrigins?.length) return '*'
    return isClient(from) ? from.origin : undefined
  }
  const app = createApp({
    db,
    createToken,
    clock,
    log,
    metrics,
    webFolder: given.webFolder,
    isMediaThere: () => media.isThere,
    networkOf,
    readersOf,
    originOf: ({ host }) => ownOrigin({ host, configured: given.origins ?? [] }),
    metricsToken: given.metricsToken,
    isDemonstration: given.isDemonstration ?? false,
    name: given.name,
  })
  const { host = '127.0.0.1', port = 0 } = given
  const page = getRequestListener(app.fetch)
  const requests = new PerMinute(clock, REQUESTS_PER_MINUTE)
  const answer: RequestListener = (request, response) => {
    if (!requests.allow(networkOf(request))) {
      metrics.refused('too-many')
      response.writeHead(429).end()
    } else if (request.url?.startsWith(`${MEDIA_PATH}/`)) {
      proxyRequest(media.address, request, { response, readers: readersOf(request.headers) })
    } else void page(request, response)
  }
  const server = parts.use(await listen(answer, { host, port }))
  const closing = new AbortController()
  const doors = openDoors({
    db,
    bus,
    hub,
    clock,
    log,
    instance,
    media,
    metrics,
    closing: closing.signal,
  })
  const sockets = takeUpgrades({
    server,
    networkOf,
    isClient,
    turnedAway: metrics.refused,
    media: (request, socket, head) =>
      proxyUpgrade(media.address, request, { socket, head, turnedAway: metrics.refused }),
    open: (socket, request) => {
      const { headers } = request
      const isOwnOrigin = (origin: string) =>
        isOriginOf(origin, { host: headers.host, configured: given.origins ?? [] })
      const signIn = (shown: Parameters<typeof doors.signIn>[0]) => doors.signIn(shown, isOwnOrigin)
      const connection = new Connection(socket, {
        ...doors,
        isOwnOrigin,
        signIn,
        strangersShare: () => strangers.share(networkOf(request)),
      })
      socket.once('close', () => connections.delete(connection))
      connections.add(connection)
    },
  })
  const strangers = new Buckets(clock, STRANGERS_OF_A_NETWORK)
  const connections = new Set<Connection>()
  parts.defer(() => {
    closing.abort()
    return closeAll({ server, sockets, connections })
  })
  media.onChange((isThere) => {
    for (const session of hub.all()) session.push({ type: 'media-server', isThere })
  })

  const running = parts.move()
  return {
    url: `http://localhost:${portOf(server)}`,
    createToken: createToken === 'open' ? '' : createToken.use((text) => text),
    get mediaPid() {
      return media.pid
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}

async function tokenOf({
  createToken = 'kept',
  dataFolder,
}: Partial<Config>): Promise<Secret | 'open'> {
  if (createToken !== 'kept') return createToken
  return dataFolder === undefined ? randomCreateToken() : keptCreateToken(dataFolder)
}

/** Says `shutting-down` to every socket and closes what is still open. */
async function closeAll({
  server,
  sockets,
  connections,
}: {
  server: Server
  sockets: WebSocketServer
  connections: Set<Connection>
}): Promise<void> {
  for (const connection of connections) connection.end('shutting-down')
  await Promise.all([...connections].map((connection) => connection.closed))
  sockets.close()
  server.closeAllConnections()
}
