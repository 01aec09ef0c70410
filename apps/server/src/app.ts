import { existsSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { sql } from 'kysely'
import { createCallRoute } from './calls/createCall.route.ts'
import type { Clock } from './clock.ts'
import type { Database } from './database/schema.ts'
import type { Log } from './log.ts'
import { strictHeaders } from './pages/headers.ts'
import type { Metrics } from './pages/metrics.ts'
import { metricsRoute } from './pages/metrics.route.ts'
import { pagesRoute } from './pages/pages.route.ts'
import { standingPagesRoute } from './pages/standingPages.route.ts'
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
  metricsToken: Secret | undefined
  isDemonstration: boolean
  name: string | undefined
}): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(strictHeaders)
  app.use('/demonstration', cors({ origin: '*' }))
  app.use('/calls', cors({ origin: '*', allowHeaders: ['authorization', 'content-type'] }))
  app.route(
    '/',
    createCallRoute({ db, createToken, clock, log, networkOf, refused: metrics.refused }),
  )
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    const isReady = (await isAnswering(db)) && isMediaThere()
    return c.text(isReady ? 'ready' : 'not ready', isReady ? 200 : 503)
  })
  app.get('/demonstration', (c) => c.text(isDemonstration ? 'yes' : 'no'))
  app.route('/', metricsRoute(metrics, metricsToken))
  if (webFolder && existsSync(webFolder)) {
    app.route('/', standingPagesRoute(webFolder))
    app.route('/', pagesRoute(webFolder, name))
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
