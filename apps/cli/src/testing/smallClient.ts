import { createHash } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { CLIENT_FILES, filePolicy, writeClientFiles } from '@parley/protocol'

export const PAGE = '<!doctype html>\n<title>Parley</title>\n<script src="/main.js"></script>\n'
const FILES = new Map([
  ['index.html', PAGE],
  ['main.js', 'export {}\n'],
])

/** The list of a client of two files. */
export const LIST = listOf(FILES)

/** The same with a third, which has a line in it. */
export function smallListWith(path: string): string {
  return listOf(new Map([...FILES, [path, ADDED]]))
}

const ADDED = 'export {}\n'

function listOf(files: ReadonlyMap<string, string>): string {
  return writeClientFiles(
    new Map(
      [...files].map(([path, text]) => [path, createHash('sha256').update(text).digest('hex')]),
    ),
  )
}

/** Answers as a server does that serves it, but for what is altered. */
export function serveSmallClient({
  altered = {},
  headers = {},
  policies = {},
  added,
}: {
  altered?: Record<string, string>
  headers?: Record<string, string>
  /** By path, in place of its own. */
  policies?: Record<string, string>
  added?: string
} = {}): RequestListener {
  const own = added === undefined ? FILES : new Map([...FILES, [added, ADDED]])
  const files = new Map([...own, [CLIENT_FILES, listOf(own)], ...Object.entries(altered)])
  return ({ url = '/' }, response) => {
    const text = files.get(url === '/' ? 'index.html' : url.slice(1))
    if (text === undefined) return void response.writeHead(404).end()
    response.writeHead(200, {
      'content-type': url === '/' ? 'text/html; charset=utf-8' : 'text/plain',
      'content-security-policy': policies[url.slice(1)] ?? filePolicy(url.slice(1)),
      ...headers,
    })
    response.end(text)
  }
}
