import { Done, PLENARY } from '@parley/protocol'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { Secret } from '../secret.ts'
import { startServer } from '../startServer.ts'
import { newSigner } from '../testing/keys.ts'
import { enterRoom, mediaChild } from '../testing/media.ts'
import { newCall, newDevice } from '../testing/people.ts'
import { childConfig } from './childConfig.ts'
import { freeTcpPort, freeUdpPort } from './freePorts.ts'
import { Run } from './process.ts'

const log = createLog({ write: () => undefined })
const keys = { key: 'a key', secret: new Secret('a secret of thirty-two characters and more') }

async function elsewhere() {
  const signalPort = await freeTcpPort(0, '127.0.0.1', '')
  const ports = { udpPort: await freeUdpPort(0, ''), tcpPort: await freeTcpPort(0, '0.0.0.0', '') }
  const here = '127.0.0.1'
  const config = childConfig({ signalPort, ...ports, nodeIp: here, ownAddress: here, keys })
  const run = () => Run.of(mediaChild.binary, { LIVEKIT_CONFIG: config })
  return { url: `ws://127.0.0.1:${signalPort}`, run }
}

test('a media server elsewhere is reached through the one port, and its return is told', async () => {
  const { url, run } = await elsewhere()
  await using server = await startServer({ log, media: { is: 'external', url, ...keys } })
  const device = await newDevice(server, await newCall(server))
  const { client, call } = device
  await client.ask({ type: 'found', room: PLENARY, envelope: 'founding' })
  const leaf = await newSigner()
  const says = { call, room: PLENARY, leaf: leaf.key, at: Date.now() }
  const asking = {
    type: 'ask-media-token',
    statement: await leaf.sign('parley-media', says),
  } as const

  const away = await client.refusal(asking)
  await using running = await run()
  await client.hear('media-server', ({ isThere }) => isThere)
  const { token, path } = v.parse(Done['ask-media-token'], await client.ask(asking))
  const { status, socket } = await enterRoom(`${server.url}${path}`, token)

  expect([away, status, running.isOver]).toEqual(['media-away', 101, false])
  socket.close()
})
