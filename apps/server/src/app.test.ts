import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createLog } from './log.ts'
import { Secret } from './secret.ts'
import { startServer, type RunningServer } from './startServer.ts'
import { eachDatabase } from './testing/eachDatabase.ts'
import { mediaChild } from './testing/media.ts'

const log = createLog({ write: () => undefined })
eachDatabase((newDatabase) => {
  let server: RunningServer
  let webFolder: string
  beforeAll(async () => {
    webFolder = await mkdtemp(join(tmpdir(), 'parley-web-'))
    await mkdir(join(webFolder, 'assets'))
    await writeFile(join(webFolder, 'index.html'), '<title>Parley</title>')
    await writeFile(join(webFolder, 'assets/main-abc.js'), 'export {}')
    server = await startServer({ log, database: await newDatabase(), webFolder, media: mediaChild })
  })
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await rm(webFolder, { recursive: true, force: true })
  })

  test('every page address is the one page, and a missing file is missing', async () => {
    const paths = [
      '/',
      '/desk',
      '/call',
      '/enrol',
      '/assets/main-abc.js',
      '/assets/gone.js',
      '/x.js',
    ]

    const responses = await Promise.all(paths.map((path) => fetch(server.url + path)))

    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 404, 404])
    expect(await responses[2]?.text()).toBe('<title>Parley</title>')
  })

  test('whatever is answered carries the strict policies', async () => {
    for (const path of ['/', '/assets/main-abc.js', '/healthz', '/nothing.js']) {
      const { headers } = await fetch(server.url + path)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'self'; script-src 'self'; style-src 'self'; worker-src 'self'; connect-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
      )
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('permissions-policy')).toContain('camera=(self)')
    }
  })

  test('a client that another origin serves may ask, without credentials', async () => {
    const { headers, status } = await fetch(`${server.url}/calls`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://side.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    })

    expect(status).toBe(204)
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-credentials')).toBe(null)
  })

  test('where the operator names clients, pages of those origins may read what is answered, and no others', async () => {
    const clientOrigins = ['https://side.example']
    await using choosy = await startServer({ log, database: await newDatabase(), clientOrigins })
    const readersOf = async (path: string, origin: string) => {
      const { headers } = await fetch(choosy.url + path, { headers: { origin } })
      return headers.get('access-control-allow-origin')
    }

    for (const path of ['/healthz', '/demonstration', '/media/rtc/validate']) {
      expect(await readersOf(path, 'https://side.example')).toBe('https://side.example')
      expect(await readersOf(path, choosy.url)).toBe(choosy.url)
      expect(await readersOf(path, 'https://evil.example')).toBe(null)
    }
  })

  test('a page of no client that the operator named opens no socket, and no way to the media server (R72)', async () => {
    const clientOrigins = ['https://side.example']
    await using choosy = await startServer({ log, database: await newDatabase(), clientOrigins })
    const statusOf = async (path: string, origin: string) => {
      const socket = new WebSocket(`${choosy.url.replace('http', 'ws')}${path}`, { origin })
      using _ = { [Symbol.dispose]: () => socket.terminate() }
      return await new Promise((resolve) => {
        socket.once('open', () => resolve(101))
        socket.once('error', () => undefined)
        socket.once('unexpected-response', (_request, { statusCode }) => resolve(statusCode))
      })
    }

    expect(await statusOf('/socket', 'https://side.example')).toBe(101)
    expect(await statusOf('/socket', choosy.url)).toBe(101)
    expect(await statusOf('/socket', 'https://evil.example')).toBe(403)
    expect(await statusOf('/media/rtc', 'https://evil.example')).toBe(403)
  })

  test('it says whether it is a demonstration, which it is only if it was told so', async () => {
    await using demonstration = await startServer({
      log,
      database: await newDatabase(),
      isDemonstration: true,
    })
    const said = [server, demonstration].map(async ({ url }) =>
      (await fetch(`${url}/demonstration`)).text(),
    )

    expect(await Promise.all(said)).toEqual(['no', 'yes'])
  })

  test('it says whether it is well, whether it is ready, and what it counts', async () => {
    const [healthy, ready, metrics] = await Promise.all(
      ['/healthz', '/readyz', '/metrics'].map((path) => fetch(server.url + path)),
    )

    expect([healthy?.status, ready?.status]).toEqual([200, 200])
    expect(await metrics?.text()).toContain('parley_media_server_up 1')
  })

  test('its figures are not for others: through a proxy, or without the token where there is one', async () => {
    const metricsToken = new Secret('of the one who watches')
    const settings = { log, database: await newDatabase(), metricsToken }
    await using guarded = await startServer(settings)
    const proxied = { 'x-forwarded-for': '192.0.2.1' }
    const another = { authorization: 'Bearer of another' }
    const right = { authorization: 'Bearer of the one who watches' }

    expect(await metricsOf(server, proxied)).toMatchObject({ status: 404 })
    expect(await metricsOf(guarded, {})).toMatchObject({ status: 404 })
    expect(await metricsOf(guarded, another)).toMatchObject({ status: 404 })
    expect(await metricsOf(guarded, right)).toMatchObject({ status: 200 })
  })

  test('what it refuses is counted, whether a call, an upgrade or a request', async () => {
    const token = { authorization: 'Bearer wrong' }
    await fetch(`${server.url}/calls`, { method: 'POST', body: '{}', headers: token })
    for (const path of ['/nothing', '/media/twirp']) {
      const socket = new WebSocket(server.url.replace('http', 'ws') + path)
      await new Promise((resolve) => socket.addEventListener('error', resolve))
    }

    const figures = await (await fetch(`${server.url}/metrics`)).text()

    expect(figures).toContain('parley_refusals_total{code="not-permitted"} 1')
    expect(figures).toContain('parley_refusals_total{code="not-found"} 2')
  })

  test('an address that creates calls too often is told so', async () => {
    await using open = await startServer({
      log,
      database: await newDatabase(),
      createToken: 'open',
    })
    const attempt = () => fetch(`${open.url}/calls`, { method: 'POST', body: '{}' })
    for (let i = 0; i < 60; i++) await attempt()

    const response = await attempt()

    expect(response.status).toBe(429)
    expect(await response.json()).toEqual({ refused: 'too-many' })
  })

  test('a network that asks without end is answered no more in that minute', async () => {
    await using flooded = await startServer({ log, database: await newDatabase() })
    const { hostname, port } = new URL(flooded.url)
    const socket = connect(Number(port), hostname)
    const answers = text(socket)

    socket.write('GET /healthz HTTP/1.1\r\nHost: parley\r\n\r\n'.repeat(6000))
    socket.write('GET /healthz HTTP/1.1\r\nHost: parley\r\nConnection: close\r\n\r\n')
    const statuses = (await answers).match(/(?<=HTTP\/1\.1 )\d+/g) ?? []

    expect([statuses.length, statuses.at(-2), statuses.at(-1)]).toEqual([6001, '200', '429'])
    expect((await fetch(`${flooded.url}/healthz`)).status).toBe(429)
  })

  test('without its media server it is not ready', async () => {
    await using alone = await startServer({ log, database: await newDatabase() })

    expect((await fetch(`${alone.url}/readyz`)).status).toBe(503)
  })
})

async function metricsOf(
  server: RunningServer,
  headers: Record<string, string>,
): Promise<Response> {
  return await fetch(`${server.url}/metrics`, { headers })
}
