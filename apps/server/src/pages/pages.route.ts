import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

/** A file that a build names by its content never changes. */
const UNCHANGING = 'public, max-age=31536000, immutable'

/** What an operator sets of the page: who runs it, and the origin of the server that it dials, where that is another one. */
export type PageSettings = { name?: string | undefined; server?: string | undefined }

/** The web client: its files, and its one page for every address that is no file, with what the operator set. */
export function pagesRoute(webFolder: string, settings: PageSettings = {}): Hono {
  const app = new Hono()
  const page = pageWith(webFolder, settings)
  app.get('*', async (c, next) => {
    await next()
    const isAsset = c.req.path.startsWith('/assets/') && c.res.ok
    c.res.headers.set('cache-control', isAsset ? UNCHANGING : 'no-cache')
  })
  if (page) app.get('*', (c, next) => (isPage(c.req.path) ? c.html(page) : next()))
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

/** The page, in which its script finds what is set; nothing, if nothing is. `parley verify client` knows these lines. */
function pageWith(webFolder: string, settings: PageSettings): string | undefined {
  const lines = Object.entries(settings).flatMap(([name, content]) =>
    content === undefined ? [] : [`<meta name="parley-${name}" content="${escaped(content)}">\n`],
  )
  if (lines.length === 0) return undefined
  const page = readFileSync(join(webFolder, 'index.html'), 'utf8')
  return page.replace('<title>', () => `${lines.join('')}<title>`)
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
