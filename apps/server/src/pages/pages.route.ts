import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

/** A file that a build names by its content never changes. */
const UNCHANGING = 'public, max-age=31536000, immutable'

/** The web client: its files, and its one page for every address that is no file. */
export function pagesRoute(webFolder: string): Hono {
  const app = new Hono()
  app.get('*', async (c, next) => {
    await next()
    const isAsset = c.req.path.startsWith('/assets/') && c.res.ok
    c.res.headers.set('cache-control', isAsset ? UNCHANGING : 'no-cache')
  })
  app.get('*', serveStatic({ root: webFolder, precompressed: true }))
  app.get('*', async (c, next) => {
    const isPage = !c.req.path.slice(1).includes('.') && !c.req.path.startsWith('/assets/')
    return isPage ? index(c, next) : next()
  })
  return app

  function index(...[c, next]: Parameters<ReturnType<typeof serveStatic>>) {
    return serveStatic({ root: webFolder, path: 'index.html', precompressed: true })(c, next)
  }
}
