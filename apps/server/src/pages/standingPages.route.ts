import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono, type Context } from 'hono'

/** Each has its style and its script in it: where it is shown no other file may be loaded, or it can be saved. */
const PAGES = [
  { name: 'offline.html', paths: ['/offline.html'] },
  { name: 'unfit.html', paths: ['/unfit.html'] },
  { name: 'verify.html', paths: ['/verify', '/verify.html'] },
] as const

/** The pages that stand by themselves: their policy allows their own style and script, by hash, and the letters of the other pages. */
export function standingPagesRoute(webFolder: string): Hono {
  const app = new Hono()
  for (const { name, paths } of PAGES) {
    const file = join(webFolder, name)
    if (!existsSync(file)) continue
    const page = readFileSync(file, 'utf8')
    const packed = existsSync(`${file}.br`) ? new Uint8Array(readFileSync(`${file}.br`)) : undefined
    const policy = policyOf(page)
    for (const path of paths)
      app.get(path, (c) => {
        c.header('content-security-policy', policy)
        c.header('cache-control', 'no-cache')
        c.header('vary', 'Accept-Encoding')
        return packed && takesBrotli(c) ? packedPage(c, packed) : c.html(page)
      })
  }
  return app
}

function takesBrotli(c: Context): boolean {
  return /\bbr\b/.test(c.req.header('accept-encoding') ?? '')
}

function packedPage(c: Context, packed: Uint8Array<ArrayBuffer>): Response {
  return c.body(packed, 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-encoding': 'br',
  })
}

function policyOf(page: string): string {
  return [
    "default-src 'none'",
    `style-src ${hashesOf(page, 'style')}`,
    `script-src ${hashesOf(page, 'script')}`,
    "font-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function hashesOf(page: string, element: 'style' | 'script'): string {
  const found = [...page.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'gs'))]
  const hashes = found.map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )
  return hashes.length > 0 ? hashes.join(' ') : "'none'"
}
