import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pagePolicy } from '@parley/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCopy, type RunningCopy } from './startCopy.ts'
import { StartError } from './startError.ts'

const copyOf = 'https://parley.example'
let webFolder: string
let copy: RunningCopy

beforeAll(async () => {
  webFolder = await mkdtemp(join(tmpdir(), 'parley-web-'))
  await writeFile(join(webFolder, 'index.html'), '<title>Parley</title>')
  await writeFile(join(webFolder, 'offline.html'), '<style>p{}</style>')
  copy = await startCopy({ copyOf, webFolder, name: 'The delegation' })
})
afterAll(async () => {
  await copy[Symbol.asyncDispose]()
  await rm(webFolder, { recursive: true, force: true })
})

test('a copy of the client names the server that it dials, and its policy lets it reach that one and no other (R71)', async () => {
  const { headers, ...page } = await fetch(copy.url).then(async (response) => ({
    headers: response.headers,
    said: await response.text(),
  }))

  expect(page.said).toBe(
    `<meta name="parley-name" content="The delegation">\n<meta name="parley-server" content="${copyOf}">\n<title>Parley</title>`,
  )
  expect(headers.get('content-security-policy')).toBe(pagePolicy(copyOf))
  expect(pagePolicy(copyOf)).toContain(
    "connect-src 'self' https://parley.example wss://parley.example;",
  )
})

test('it has no calls, no sockets and no media of its own', async () => {
  const asked = ['/calls', '/media/rtc', '/metrics'].map((path) =>
    fetch(copy.url + path, { method: 'POST' }),
  )
  const upgrade = new WebSocket(`${copy.url.replace('http', 'ws')}/socket`)
  const isRefused = new Promise((resolve) => upgrade.addEventListener('error', () => resolve(true)))

  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404, 404])
  expect(await isRefused).toBe(true)
})

test('without a built client there is nothing to serve, and that is said', async () => {
  await expect(startCopy({ copyOf, webFolder: join(webFolder, 'none') })).rejects.toThrow(
    StartError,
  )
})
