import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { WebSocketServer } from 'ws'
import { createApp } from './app.ts'
import { every, systemClock, type Clock } from './clock.ts'
import type { Config } from './config.ts'
import { keptCreateToken, randomCreateToken } from './createToken.ts'
import { openDatabase } from './database/open.ts'
import type { Database } from './database/schema.ts'
import { dropInstances, touchInstance } from './delivery/posters.store.ts'
import { INSTANCE_LIVES_MS } from './delivery/rooms.ts'
import { pruneWords } from './delivery/rooms.store.ts'
import { createLog, type Log } from './log.ts'
import type { MediaServer } from './media/mediaServer.ts'
import { MEDIA_PATH } from './media/mediaToken.ts'
import { openMediaServer } from './media/openMediaServer.ts'
import { proxyRequest, proxyUpgrade } from './media/proxy.ts'
import { pruneIdentities, putOutWithdrawn } from './media/putOutWithdrawn.ts'
import { createMetrics } from './pages/metrics.ts'
import type { Secret } from './secret.ts'
import { Connection } from './sockets/connection.ts'
import { openDoors } from './sockets/doors.ts'
import { Hub } from './sockets/hub.ts'
import { openBus } from './sockets/openBus.ts'
import { isOriginOf } from './sockets/origins.ts'
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

/** How long words stay in a log. Larger: more disk. Smaller: a device that was away longer must join anew. */
const WORDS_LIVE_MS = 60 * 60_000
/** How long it is remembered which device a leaf is of. Larger: more rows. Smaller: a device withdrawn during a very long call stays in its media room. */
const IDENTITIES_LIVE_MS = 7 * 24 * 60 * 60_000

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
  parts.use(await keepHouse({ db, clock, log, instance, media }))

  const hub = new Hub()
  const metrics = createMetrics({
    sockets: () => hub.all().length,
    isMediaThere: () => media.isThere,
  })
  const createToken = await tokenOf(given)
  const app = createApp({
    db,
    createToken,
    clock,
    log,
    metrics,
    webFolder: given.webFolder,
    isMediaThere: () => media.isThere,
  })
  const { host = '127.0.0.1', port = 0 } = given
  const page = getRequestListener(app.fetch)
  const answer: RequestListener = (request, response) =>
    request.url?.startsWith(`${MEDIA_PATH}/`)
      ? proxyRequest(media.address, request, response)
      : page(request, response)
  const server = parts.use(await listen(answer, { host, port }))
  const doors = openDoors({ db, bus, hub, clock, log, instance, media, metrics })
  const sockets = takeUpgrades({
    server,
    addressOf: (request) => addressOf(request, given.isBehindProxy ?? false),
    media: (request, socket, head) => proxyUpgrade(media.address, request, { socket, head }),
    open: (socket, { headers }) => {
      const isOwnOrigin = (origin: string) =>
        isOriginOf(origin, { host: headers.host, configured: given.origins ?? [] })
      const signIn = (shown: Parameters<typeof doors.signIn>[0]) => doors.signIn(shown, isOwnOrigin)
      const connection = new Connection(socket, { ...doors, isOwnOrigin, signIn })
      socket.once('close', () => connections.delete(connection))
      connections.add(connection)
    },
  })
  const connections = new Set<Connection>()
  parts.defer(() => closeAll({ server, sockets, connections }))
  media.onChange((isThere) => {
    for (const session of hub.all()) session.push({ type: 'media-server', isThere })
  })

  const address = server.address()
  const listens = typeof address === 'object' && address ? address.port : port
  const running = parts.move()
  return {
    url: `http://localhost:${listens}`,
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

/** Rejects, with nothing left open, when the port is taken. */
async function listen(
  listener: RequestListener,
  at: { host: string; port: number },
): Promise<Server> {
  const server = createServer(listener)
  server.listen(at.port, at.host)
  await once(server, 'listening')
  return server
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

/** Says that this server runs, and lets go of what is old. */
async function keepHouse({
  db,
  clock,
  log,
  instance,
  media,
}: {
  db: Database
  clock: Clock
  log: Log
  instance: string
  media: MediaServer
}): Promise<AsyncDisposable> {
  const failed = (error: unknown) => log.bug(error)
  const touch = () => touchInstance(db, { id: instance, at: clock.nowMs() })
  await touch()
  const timers = new DisposableStack()
  timers.use(every(clock, INSTANCE_LIVES_MS / 3, () => void touch().catch(failed)))
  timers.use(every(clock, 5000, () => void putOutWithdrawn({ db, media, clock }).catch(failed)))
  timers.use(
    every(clock, 60_000, () => {
      void pruneIdentities(db, { before: clock.nowMs() - IDENTITIES_LIVE_MS }).catch(failed)
      void pruneWords(db, { before: clock.nowMs() - WORDS_LIVE_MS }).catch(failed)
      void dropInstances(db, { seenBefore: clock.nowMs() - INSTANCE_LIVES_MS }).catch(failed)
    }),
  )
  return {
    async [Symbol.asyncDispose]() {
      timers.dispose()
      await dropInstances(db, { id: instance })
    },
  }
}

/** The address a socket comes from, as the proxy says if there is one. */
function addressOf(request: IncomingMessage, isBehindProxy: boolean): string {
  const told = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return (isBehindProxy && told) || (request.socket.remoteAddress ?? '')
}
