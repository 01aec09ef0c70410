import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

/** A file that a build names by its content never changes. */
const UNCHANGING = 'public, max-age=31536000, immutable'

/** The web client: its files, and its one page for every address that is no file, under the name of who runs it. */
export function pagesRoute(webFolder: string, name?: string): Hono {
  const app = new Hono()
  const named = name === undefined ? undefined : namedPage(webFolder, name)
  app.get('*', async (c, next) => {
    await next()
    const isAsset = c.req.path.startsWith('/assets/') && c.res.ok
    c.res.headers.set('cache-control', isAsset ? UNCHANGING : 'no-cache')
  })
  if (named) app.get('*', (c, next) => (isPage(c.req.path) ? c.html(named) : next()))
  app.get('*', serveStatic({ root: webFolder, precompressed: true }))
  app.get('*', (c, next) => (isPage(c.req.path) ? index(c, next) : next()))
  return app

  function index(...[c, next]: Parameters<ReturnType<typeof serveStatic>>) {
    return serveStatic({ root: webFolder, path: 'index.html', precompressed: true })(c, next)
  }
}

function isPage(path: string): boolean {
  return !path.slice(1).includes('.') && !path.startsWith('/assets/')
}

/** The page, in which its script finds the name. */
function namedPage(webFolder: string, name: string): string {
  const content = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  const page = readFileSync(join(webFolder, 'index.html'), 'utf8')
  return page.replace('<title>', () => `<meta name="parley-name" content="${content}">\n<title>`)
}
