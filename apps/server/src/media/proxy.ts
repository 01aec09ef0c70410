import {
  request as requestOverHttp,
  type ClientRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import { request as requestOverHttps } from 'node:https'
import type { Duplex } from 'node:stream'
import { answerWith, turnAway, type TurnedAway } from '../sockets/turnAway.ts'
import { MEDIA_PATH } from './mediaToken.ts'

/** Signalling, and its check after a failure. The media server's administration is not to be reached from outside. */
const OPEN = /^\/rtc(\/|$)/

/**
 * What a page asks for as a subprotocol, with its token as another: it can add no other header to a WebSocket, and an
 * address is what proxies write down.
 */
const MEDIA_PROTOCOL = 'parley-media'

/** Pipes a request below `/media` to the media server. `readers` are the pages that may read the answer, as CORS names them. */
export function proxyRequest(
  address: URL | undefined,
  request: IncomingMessage,
  { response, readers }: { response: ServerResponse; readers: string | undefined },
): void {
  if (readers !== undefined) response.setHeader('access-control-allow-origin', readers)
  response.setHeader('vary', 'origin')
  response.setHeader('access-control-allow-headers', 'authorization, content-type')
  if (request.method === 'OPTIONS') return void response.writeHead(204).end()
  const path = innerPath(request)
  if (path === undefined || request.method !== 'GET') return void response.writeHead(404).end()
  if (!address) return void response.writeHead(503).end()
  const upstream = dial(address, path, request)
  upstream.on('response', (answer) => {
    const { 'content-type': type = 'text/plain' } = answer.headers
    response.writeHead(answer.statusCode ?? 502, { 'content-type': type })
    answer.pipe(response)
  })
  upstream.on('error', () => {
    if (!response.headersSent) response.writeHead(503)
    response.end()
  })
  response.on('close', () => upstream.destroy())
  upstream.end()
}

/** Pipes a WebSocket below `/media` likewise. */
export function proxyUpgrade(
  address: URL | undefined,
  request: IncomingMessage,
  {
    socket,
    head,
    turnedAway,
  }: { socket: Duplex; head: Buffer; turnedAway: (why: TurnedAway) => void },
): void {
  const away = (why: TurnedAway) => {
    turnedAway(why)
    turnAway(socket, why)
  }
  const path = innerPath(request)
  if (path === undefined) return away('not-found')
  if (!address) return away('media-away')
  const { 'sec-websocket-protocol': protocols = '', ...headers } = request.headers
  const [protocol, token] = protocols.split(/, */)
  const isShown = protocol === MEDIA_PROTOCOL
  if (isShown) headers.authorization = `Bearer ${token}`
  const upstream = dial(address, path, { headers })
  upstream.on('upgrade', (answer, inner, innerHead) => {
    const chosen = isShown ? `Sec-WebSocket-Protocol: ${MEDIA_PROTOCOL}\r\n` : ''
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headerLines(answer)}${chosen}\r\n`)
    socket.write(innerHead)
    inner.write(head)
    inner.on('error', () => socket.destroy())
    inner.on('close', () => socket.destroy())
    socket.on('close', () => inner.destroy())
    inner.pipe(socket).pipe(inner)
  })
  upstream.on('response', (answer) => {
    const status = `${answer.statusCode ?? 502} ${answer.statusMessage ?? 'Refused'}`
    answer.resume()
    answerWith(socket, status)
  })
  upstream.on('error', () => away('media-away'))
  socket.on('close', () => upstream.destroy())
  upstream.end()
}

/** With the prefix stripped, the query kept, in which other clients have their token, and no way around by dots. */
function innerPath({ url = '' }: IncomingMessage): string | undefined {
  const inner = `http://inside${url.slice(MEDIA_PATH.length)}`
  if (!URL.canParse(inner)) return undefined
  const { pathname, search } = new URL(inner)
  return OPEN.test(pathname) ? pathname + search : undefined
}

function dial(
  address: URL,
  path: string,
  { headers }: Pick<IncomingMessage, 'headers'>,
): ClientRequest {
  const request = address.protocol === 'https:' ? requestOverHttps : requestOverHttp
  return request(new URL(path, address), { headers: { ...headers, host: address.host } })
}

function headerLines({ rawHeaders }: IncomingMessage): string {
  let lines = ''
  for (let i = 0; i + 1 < rawHeaders.length; i += 2)
    lines += `${rawHeaders[i]}: ${rawHeaders[i + 1]}\r\n`
  return lines
}
