import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { listen, portOf } from './listen.ts'
import { strictHeaders } from './pages/headers.ts'
import { networkReader } from './pages/networkReader.ts'
import { pagesRoute } from './pages/pages.route.ts'
import { standingPagesRoute } from './pages/standingPages.route.ts'
import { PerMinute, REQUESTS_PER_MINUTE } from './perMinute.ts'
import { StartError } from './startError.ts'

/** A copy of the client that is served. Disposing of it ends that. */
export interface RunningCopy extends AsyncDisposable {
  /** `http://localhost:PORT`. */
  readonly url: string
}

/**
 * Serves a copy of the client that dials the server at the origin `copyOf`: files alone. Here is no database, no
 * socket, no media and no secret.
 */
export async function startCopy({
  copyOf,
  webFolder,
  name,
  host = '127.0.0.1',
  port = 0,
  isBehindProxy = false,
}: { copyOf: string; webFolder: string } & Partial<
  Pick<Config, 'name' | 'host' | 'port' | 'isBehindProxy'>
>): Promise<RunningCopy> {
  if (!existsSync(join(webFolder, 'index.html')))
    throw new StartError('PARLEY_WEB names no folder with a built web client.')
  const app = new Hono()
  app.use(strictHeaders(copyOf))
  for (const path of ['/healthz', '/readyz']) app.get(path, (c) => c.text('ok'))
  app.route('/', standingPagesRoute(webFolder))
  app.route('/', pagesRoute(webFolder, { name, server: copyOf }))

  const page = getRequestListener(app.fetch)
  const networkOf = networkReader({ isBehindProxy })
  const requests = new PerMinute(systemClock, REQUESTS_PER_MINUTE)
  const server = await listen(
    (request, response) => {
      if (requests.allow(networkOf(request))) void page(request, response)
      else response.writeHead(429).end()
    },
    { host, port },
  )
  return {
    url: `http://localhost:${portOf(server)}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await server[Symbol.asyncDispose]()
    },
  }
}
