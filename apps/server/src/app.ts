import { existsSync } from 'node:fs'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { cors } from 'hono/cors'
import { sql } from 'kysely'
import { createCallRoute } from './calls/createCall.route.ts'
import type { Clock } from './clock.ts'
import type { Database } from './database/schema.ts'
import { piecesRoute } from './files/pieces.route.ts'
import type { Log } from './log.ts'
import { strictHeaders } from './pages/headers.ts'
import type { Metrics } from './pages/metrics.ts'
import { metricsRoute } from './pages/metrics.route.ts'
import { pagesRoute } from './pages/pages.route.ts'
import { standingPagesRoute } from './pages/standingPages.route.ts'
import { publicRoute } from './public/public.route.ts'
import type { Secret } from './secret.ts'

/** All routes of HTTP. The socket and the media proxy take what is theirs before it comes here. */
export function createApp({
  db,
  createToken,
  clock,
  log,
  metrics,
  webFolder,
  isMediaThere,
  networkOf,
  readersOf,
  originOf,
  metricsToken,
  isDemonstration,
  name,
}: {
  db: Database
  createToken: Secret | 'open'
  clock: Clock
  log: Log
  metrics: Metrics
  webFolder: string | undefined
  isMediaThere: () => boolean
  networkOf: (request: IncomingMessage) => string
  /** The pages that may read the answer, as CORS names them. */
  readersOf: (from: IncomingHttpHeaders) => string | undefined
  /** The origin that a reader dialled, where it is known for certain. */
  originOf: (from: IncomingHttpHeaders) => string | undefined
  metricsToken: Secret | undefined
  isDemonstration: boolean
  name: string | undefined
}): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(strictHeaders())
  const origin = (_: string, { env }: Context<{ Bindings: HttpBindings }>) =>
    readersOf(env.incoming.headers)
  app.use('/demonstration', cors({ origin }))
  app.use('/calls', cors({ origin, allowHeaders: ['authorization', 'content-type'] }))
  app.use(
    '/files/*',
    cors({ origin, allowMethods: ['GET', 'PUT'], allowHeaders: ['authorization', 'content-type'] }),
  )
  const { refused } = metrics
  app.route('/', createCallRoute({ db, createToken, clock, log, networkOf, refused }))
  app.route('/', piecesRoute({ db, clock, log, refused }))
  app.get('/healthz', (c) => {
    const readers = readersOf(c.env.incoming.headers)
    return c.text('ok', 200, {
      vary: 'Origin',
      ...(readers === undefined ? {} : { 'access-control-allow-origin': readers }),
    })
  })
  app.get('/readyz', async (c) => {
    const isReady = (await isAnswering(db)) && isMediaThere()
    return c.text(isReady ? 'ready' : 'not ready', isReady ? 200 : 503)
  })
  app.get('/demonstration', (c) => c.text(isDemonstration ? 'yes' : 'no'))
  app.route('/', metricsRoute(metrics, metricsToken))
  app.route('/', publicRoute({ db, clock, webFolder, originOf, name }))
  if (webFolder && existsSync(webFolder)) {
    app.route('/', standingPagesRoute(webFolder))
    app.route('/', pagesRoute(webFolder, { name }))
  }
  app.onError((error, c) => {
    log.bug(error)
    return c.text('The server failed', 500)
  })
  return app
}

async function isAnswering(db: Database): Promise<boolean> {
  return sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
}
