import { filePolicy } from '@parley/protocol'
import type { MiddlewareHandler } from 'hono'

const HEADERS = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(self), display-capture=(self)',
} as const

/**
 * Put on every response, whatever the handler did; a page that allows less has a policy of its own. `dialled` is the
 * server that the page may reach, where it is another one.
 */
export function strictHeaders(dialled?: string): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (!c.res.headers.has('content-security-policy'))
      c.res.headers.set('content-security-policy', filePolicy(c.req.path.slice(1), dialled))
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value)
  }
}
