import { createHash } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { CLIENT_FILES, pagePolicy, writeClientFiles } from '@parley/protocol'

export const PAGE = '<!doctype html>\n<title>Parley</title>\n<script src="/main.js"></script>\n'
const FILES = new Map([
  ['index.html', PAGE],
  ['main.js', 'export {}\n'],
])

/** The list of a client of two files. */
export const LIST = writeClientFiles(
  new Map(
    [...FILES].map(([path, text]) => [path, createHash('sha256').update(text).digest('hex')]),
  ),
)

/** Answers as a server does that serves it, but for what is altered. */
export function serveSmallClient({
  altered = {},
  headers = {},
}: {
  altered?: Record<string, string>
  headers?: Record<string, string>
} = {}): RequestListener {
  const files = new Map([...FILES, [CLIENT_FILES, LIST], ...Object.entries(altered)])
  return ({ url = '/' }, response) => {
    const text = files.get(url === '/' ? 'index.html' : url.slice(1))
    if (text === undefined) return void response.writeHead(404).end()
    response.writeHead(200, {
      'content-type': url === '/' ? 'text/html; charset=utf-8' : 'text/plain',
      'content-security-policy': pagePolicy(),
      ...headers,
    })
    response.end(text)
  }
}
