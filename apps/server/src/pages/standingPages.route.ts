import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'

/** Shown where no other file may be loaded, so their style and script are in them. */
const PAGES = ['offline.html', 'unfit.html'] as const

/** The pages that stand by themselves: their policy allows their own style and script, by hash, and the letters of the other pages. */
export function standingPagesRoute(webFolder: string): Hono {
  const app = new Hono()
  for (const name of PAGES) {
    const file = join(webFolder, name)
    if (!existsSync(file)) continue
    const page = readFileSync(file, 'utf8')
    const policy = policyOf(page)
    app.get(`/${name}`, (c) =>
      c.html(page, 200, { 'content-security-policy': policy, 'cache-control': 'no-cache' }),
    )
  }
  return app
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
