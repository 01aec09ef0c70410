import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { Done, PLENARY, SideId, type RoomId } from '@parley/protocol'
import { mediaIdentity } from '@parley/seal'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { startServer, type RunningServer } from '../startServer.ts'
import { eachDatabase } from '../testing/eachDatabase.ts'
import { newSigner, type Signer } from '../testing/keys.ts'
import { enterRoom, mediaChild } from '../testing/media.ts'
import { newCall, newDevice, type DeviceAt } from '../testing/people.ts'

const log = createLog({ write: () => undefined })
let server: RunningServer

async function askToken({ client, call }: DeviceAt, leaf: Signer, room: RoomId = PLENARY) {
  const statement = await leaf.sign('parley-media', { call, room, leaf: leaf.key, at: Date.now() })
  const done = await client.ask({ type: 'ask-media-token', statement })
  return v.parse(Done['ask-media-token'], done)
}

async function foundingDevice(pass: { listen?: boolean } = {}): Promise<DeviceAt> {
  const device = await newDevice(server, await newCall(server), pass)
  await device.client.ask({ type: 'found', room: PLENARY, envelope: 'founding' })
  return device
}

function claims(token: string): { video: Record<string, unknown>; exp: number; nbf: number } {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
}

eachDatabase((newDatabase) => {
  beforeAll(async () => {
    server = await startServer({ log, database: await newDatabase(), media: mediaChild })
  })
  afterAll(() => server[Symbol.asyncDispose]())

  test('a leaf enters its media room through the page port, under the identity of its key (R34)', async () => {
    const device = await foundingDevice()
    const leaf = await newSigner()

    const { token, path, room } = await askToken(device, leaf)
    const { first, socket } = await enterRoom(`${server.url}${path}`, token)

    expect(first.includes(await mediaIdentity(leaf.key))).toBe(true)
    expect(first.includes(room)).toBe(true)
    socket.close()
  })

  test('a page may show its token in a header instead of the address, and only a true one counts there', async () => {
    const device = await foundingDevice()
    const leaf = await newSigner()
    const { token, path } = await askToken(device, leaf)
    const base = `${server.url}${path}`

    const { first, socket } = await enterRoom(base, token, { isInHeader: true })
    const forged = await enterRoom(base, token.replace(/.$/, ''), { isInHeader: true })

    expect(first.includes(await mediaIdentity(leaf.key))).toBe(true)
    expect([socket.protocol, forged.status]).toEqual(['parley-media', 401])
    socket.close()
  })

  test('the note that comes with a request is shown to whoever is in the media room', async () => {
    const { client, call } = await foundingDevice()
    const leaf = await newSigner()
    const said = { call, room: PLENARY, leaf: leaf.key, at: Date.now() }
    const statement = await leaf.sign('parley-media', said)
    const note = 'N'.repeat(38)

    const done = await client.ask({ type: 'ask-media-token', statement, note })
    const { token, path } = v.parse(Done['ask-media-token'], done)
    const { first, socket } = await enterRoom(`${server.url}${path}`, token)

    expect(first.includes(note)).toBe(true)
    socket.close()
  })

  test('a token opens one room, for seconds, and gives no power over others', async () => {
    const device = await foundingDevice()

    const { token, room } = await askToken(device, await newSigner())

    const { video, exp, nbf } = claims(token)
    expect(video).toEqual({
      roomJoin: true,
      room,
      canSubscribe: true,
      canPublish: true,
      canPublishData: false,
      canUpdateOwnMetadata: false,
    })
    expect(exp - nbf).toBeLessThanOrEqual(60)
    expect(room).not.toContain(device.call)
  })

  test('who may only listen may not publish', async () => {
    const device = await foundingDevice({ listen: true })

    const { token } = await askToken(device, await newSigner())

    expect(claims(token).video['canPublish']).toBe(false)
  })

  test('no device is given the identity of another one’s leaf', async () => {
    const desk = await newCall(server)
    const one = await newDevice(server, desk)
    const two = await newDevice(server, desk)
    await one.client.ask({ type: 'found', room: PLENARY, envelope: 'founding' })
    const leaf = await newSigner()
    await askToken(one, leaf)

    await expect(askToken(two, leaf)).rejects.toMatchObject({ code: 'not-permitted' })
  })

  test('a statement signed by another key than the leaf it names is refused (R34)', async () => {
    const device = await foundingDevice()
    const [leaf, other] = [await newSigner(), await newSigner()]
    const says = { call: device.call, room: PLENARY, leaf: leaf.key, at: Date.now() }

    const statement = await other.sign('parley-media', says)
    const code = await device.client.refusal({ type: 'ask-media-token', statement })

    expect(code).toBe('bad-signature')
  })

  test('nobody is let into the media room of another side’s caucus', async () => {
    const device = await foundingDevice()
    const leaf = await newSigner()
    const foreign = `caucus/${v.parse(SideId, 'A'.repeat(11))}` as const
    const says = { call: device.call, room: foreign, leaf: leaf.key, at: Date.now() }

    const statement = await leaf.sign('parley-media', says)
    const code = await device.client.refusal({ type: 'ask-media-token', statement })

    expect(code).toBe('not-permitted')
  })

  test('a token that was tampered with opens nothing', async () => {
    const device = await foundingDevice()
    const { token } = await askToken(device, await newSigner())
    const [head, , tail] = token.split('.')
    const forged = `${head}.${Buffer.from('{}').toString('base64url')}.${tail}`

    const { status } = await enterRoom(`${server.url}/media`, forged)

    expect(status).toBe(401)
  })

  test('a withdrawn device is put out of the media room, and does not come back with its token', async () => {
    const desk = await newCall(server)
    const device = await newDevice(server, desk)
    await device.client.ask({ type: 'found', room: PLENARY, envelope: 'founding' })
    const { token, path } = await askToken(device, await newSigner())
    const { socket } = await enterRoom(`${server.url}${path}`, token)
    const closed = once(socket, 'close')

    const { call, side, seal } = desk
    const says = { say: 'withdraw', call, side, device: device.device.key, at: Date.now() }
    const statement = await seal.sign('parley-desk', says)
    await desk.client.ask({ type: 'withdraw', statement })

    await closed
    await device.client.closed
    expect(device.client.heard.at(-1)).toEqual({ type: 'refused', code: 'withdrawn' })
  })

  test('the administration of the media server is not reached from outside', async () => {
    const response = await fetch(`${server.url}/media/twirp/livekit.RoomService/ListRooms`, {
      method: 'POST',
    })
    const sly = await statusOfRaw('/media/rtc/../twirp/livekit.RoomService/ListRooms')
    const encoded = await statusOfRaw('/media/rtc/%2e%2e/twirp/livekit.RoomService/ListRooms')
    const validate = await fetch(`${server.url}/media/rtc/validate`)

    expect([response.status, sly, encoded, validate.status]).toEqual([404, 404, 404, 401])
    expect(validate.headers.get('access-control-allow-origin')).toBe('*')
  })
})

/** A path as it is, which fetch would tidy up. */
async function statusOfRaw(path: string): Promise<number | undefined> {
  const [answer] = (await once(request(server.url, { path }).end(), 'response')) as [
    IncomingMessage,
  ]
  answer.resume()
  return answer.statusCode
}
