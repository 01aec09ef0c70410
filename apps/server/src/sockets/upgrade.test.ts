import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { takeUpgrades } from './upgrade.ts'

const UPGRADE =
  'HTTP/1.1\r\nHost: parley\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n'

/** A server that takes two upgrades of a network, and what it turned away. */
async function serverForTwo() {
  const server = createServer()
  const why: string[] = []
  takeUpgrades({
    server,
    networkOf: () => 'one network',
    isClient: ({ origin }) => origin !== 'https://evil.example',
    open: () => undefined,
    media: (_, socket) => void socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n'),
    turnedAway: (code) => why.push(code),
    socketsPerNetwork: 2,
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { port, why }
}

/** Asks for an upgrade; the socket, and the status of the answer. */
async function ask(
  port: number,
  path: string,
  origin = '',
): Promise<{ socket: Socket; status: number }> {
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  const from = origin && `Origin: ${origin}\r\n`
  socket.write(`GET ${path} ${UPGRADE}${from}\r\n`)
  const [data] = await once(socket, 'data')
  return { socket, status: Number(String(data).split(' ')[1]) }
}

test('sockets of the page and of the media server count as one, and make room when they close', async () => {
  const { port, why } = await serverForTwo()
  const page = await ask(port, '/socket')
  const media = await ask(port, '/media/rtc')

  const third = await ask(port, '/media/rtc')
  page.socket.destroy()
  const retry = async () => (await ask(port, '/socket')).status

  expect([page.status, media.status, third.status]).toEqual([101, 101, 429])
  await expect.poll(retry).toBe(101)
  expect(why).toContain('too-many')
})

test('an upgrade that leads nowhere is turned away, and counted', async () => {
  const { port, why } = await serverForTwo()

  const { status } = await ask(port, '/elsewhere')

  expect([status, why]).toEqual([404, ['not-found']])
})

test('an upgrade by a page that may not use this server is turned away, at the socket and at the media server’s', async () => {
  const { port, why } = await serverForTwo()

  const asked = [
    await ask(port, '/socket', 'https://evil.example'),
    await ask(port, '/media/rtc', 'https://evil.example'),
  ]

  expect(asked.map(({ status }) => status)).toEqual([403, 403])
  expect(why).toEqual(['other-client', 'other-client'])
})
