import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import type { Markup } from './page/markup.ts'

/** A page or a feed as it is sent. */
export type Made = {
  readonly bytes: Buffer
  readonly packed: Buffer
  readonly tag: string
  readonly type: string
  readonly changedAt: number
}

/** No script, nothing from elsewhere, nothing inline, no form, no frame. */
const POLICY = [
  "default-src 'none'",
  "script-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Makes what is sent of it, once for all who ask. */
export function made(text: Markup | string, type: string, changedAt: number): Made {
  const bytes = Buffer.from(text.toString())
  const tag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  return { bytes, packed: gzipSync(bytes), tag, type, changedAt }
}

/** Answers with it, or that it has not changed. */
export function answerPage(c: Context, page: Made, status: 200 | 404 = 200): Response {
  const isPacked = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  const headers = {
    'content-security-policy': POLICY,
    'content-type': page.type,
    'cache-control': 'no-cache',
    etag: page.tag,
    'last-modified': new Date(page.changedAt).toUTCString(),
    vary: 'accept-encoding, accept-language',
  }
  if (status === 200 && isKnown(c, page)) return c.body(null, 304, headers)
  const body = new Uint8Array(isPacked ? page.packed : page.bytes)
  return c.body(body, status, { ...headers, ...(isPacked && { 'content-encoding': 'gzip' }) })
}

/** Whether the reader has it already (RFC 9110, section 13). */
function isKnown(c: Context, { tag, changedAt }: Made): boolean {
  const tags = c.req.header('if-none-match')
  if (tags !== undefined) return tags.split(',').some((one) => one.trim() === tag)
  const since = Date.parse(c.req.header('if-modified-since') ?? '')
  return !Number.isNaN(since) && Math.floor(changedAt / 1000) * 1000 <= since
}
