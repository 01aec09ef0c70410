import { PLENARY, type Nonce } from '@parley/protocol'
import { signSignIn } from '@parley/seal'
import { startServer } from '@parley/server'
import { createCall, cuttableLine, type CreatedCall } from '@parley/testkit'
import { expect, test } from 'vitest'
import { ConnectionLost, type Line, type Pushed } from '../connection.ts'
import { withKey, type SignIn } from './signIn.ts'
import { SocketConnection } from './socketConnection.ts'

function asDesk({ call, seal }: CreatedCall, server: string): SignIn {
  const sign = (nonce: Nonce) =>
    signSignIn(seal.signingKey, { nonce, call, server, at: Date.now() })
  return withKey({ call, key: seal.publicKey, sign })
}

test('a seal signs in by answering a challenge, and is let in as the desk of its side', async () => {
  await using server = await startServer()
  const created = await createCall(server)

  await using connection = await SocketConnection.open({
    dial: cuttableLine(server.url).dial,
    signIn: asDesk(created, server.url),
  })

  expect(connection.standing).toEqual({ as: 'desk', call: created.call, side: created.side })
})

test('a socket that is open by the time that it is dialled is spoken on at once', async () => {
  await using server = await startServer()
  const created = await createCall(server)
  const socket = cuttableLine(server.url).dial()
  await expect.poll(() => socket.readyState).toBe(WebSocket.OPEN)

  await using connection = await SocketConnection.open({
    dial: () => socket,
    signIn: asDesk(created, server.url),
  })

  expect(connection.standing.as).toBe('desk')
})

test('a proof made for another server is refused, and is not tried again (R4)', async () => {
  await using server = await startServer()
  const created = await createCall(server)
  const line = cuttableLine(server.url)

  const opening = SocketConnection.open({
    dial: line.dial,
    signIn: asDesk(created, 'http://elsewhere.example'),
  })

  await expect(opening).rejects.toMatchObject({ code: 'bad-signature' })
  expect(line.dialled).toBe(1)
})

test('each attempt that does not reach the server is told, until one signs in', async () => {
  await using server = await startServer()
  const created = await createCall(server)
  const line = cuttableLine(server.url)
  let unreached = 0
  line.cut()

  const opening = SocketConnection.open({
    dial: line.dial,
    signIn: asDesk(created, server.url),
    onUnreached: () => void unreached++,
  })
  await expect.poll(() => unreached).toBe(2)
  line.mend()
  await using connection = await opening
  const untilThen = unreached
  line.cut()
  await expect.poll(() => line.dialled).toBeGreaterThan(untilThen + 2)

  expect(connection.standing.as).toBe('desk')
  expect(unreached).toBe(untilThen)
})

test('after a loss the socket signs in again, and what was under way is said to be lost', async () => {
  await using server = await startServer()
  const created = await createCall(server)
  const line = cuttableLine(server.url)
  await using connection = await SocketConnection.open({
    dial: line.dial,
    signIn: asDesk(created, server.url),
  })
  const lines: Line['is'][] = []
  connection.onLine(({ is }) => lines.push(is))

  const underWay = connection.request({ type: 'ask-turn', room: PLENARY })
  line.cut()
  await expect(underWay).rejects.toThrow(ConnectionLost)
  line.mend()
  await expect.poll(() => lines.at(-1), { timeout: 10_000 }).toBe('there')

  expect(lines).toEqual(['there', 'lost', 'there'])
  const commits = connection.request({ type: 'read-commits', room: PLENARY, count: 1 })
  await expect(commits).rejects.toMatchObject({ code: 'no-group' })
})

test('what one founds in a room reaches whoever follows it, the author included', async () => {
  await using server = await startServer()
  const created = await createCall(server)
  await using connection = await SocketConnection.open({
    dial: cuttableLine(server.url).dial,
    signIn: asDesk(created, server.url),
  })
  const heard: Pushed[] = []
  connection.subscribe((message) => heard.push(message))

  const founded = await connection.request({ type: 'found', room: PLENARY, envelope: 'AAAA' })
  await connection.request({ type: 'follow-room', room: PLENARY, after: 0 })
  await expect.poll(() => heard.some(({ type }) => type === 'logged')).toBe(true)

  expect(heard).toContainEqual({
    type: 'logged',
    room: PLENARY,
    number: founded['number'],
    envelope: 'AAAA',
  })
})
