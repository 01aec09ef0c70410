import type { IncomingMessage } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { Secret } from '../secret.ts'
import type { Metrics } from './metrics.ts'

/** `GET /metrics`: for whoever shows the token; where there is none, for this machine, and no proxy on it. */
export function metricsRoute(
  metrics: Metrics,
  token: Secret | undefined,
): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.get('/metrics', async (c) => {
    const shown = c.req.header('authorization')?.replace(/^Bearer /, '') ?? ''
    const isReader = token ? token.equals(shown) : isFromHere(c.env.incoming)
    return isReader ? c.text(await metrics.text()) : c.notFound()
  })
  return app
}

function isFromHere({ headers, socket }: IncomingMessage): boolean {
  const isProxied = 'x-forwarded-for' in headers || 'forwarded' in headers
  return !isProxied && /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '')
}
