import { expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { createLog } from '../log.ts'
import { startServer } from '../startServer.ts'
import { enterRoom, mediaChild } from '../testing/media.ts'
import { newCall } from '../testing/people.ts'
import { ChildMediaServer } from './childMediaServer.ts'

const log = createLog({ write: () => undefined })

test('after a crash its rooms are there again before anybody is told', async () => {
  await using media = await ChildMediaServer.start(mediaChild, { clock: systemClock, log })
  await media.openRoom('a room')
  const isBack = new Promise<void>((resolve) => media.onChange((there) => there && resolve()))

  process.kill(media.pid ?? 0, 'SIGKILL')
  await isBack
  const whom = { room: 'a room', identity: 'somebody', canPublish: true }
  const { status, socket } = await enterRoom(media.address.origin, await media.token(whom))

  expect(status).toBe(101)
  socket.close()
})

test('a room that was not opened is not made by coming', async () => {
  await using media = await ChildMediaServer.start(mediaChild, { clock: systemClock, log })
  const whom = { room: 'another room', identity: 'somebody', canPublish: true }

  const { status } = await enterRoom(media.address.origin, await media.token(whom))

  expect(status).toBe(404)
})

test('every socket is told when the media server goes and when it is back', async () => {
  await using server = await startServer({ log, media: mediaChild })
  const { client } = await newCall(server)

  process.kill(server.mediaPid ?? 0, 'SIGKILL')

  await client.hear('media-server', ({ isThere }) => isThere)
  const told = client.heard.flatMap((m) => (m.type === 'media-server' ? [m.isThere] : []))
  expect(told).toEqual([false, true])
})

test('nothing of it runs on once the server is closed, even with people in', async () => {
  const media = await ChildMediaServer.start(mediaChild, { clock: systemClock, log })
  await media.openRoom('a room')
  const whom = { room: 'a room', identity: 'somebody', canPublish: true }
  await enterRoom(media.address.origin, await media.token(whom))
  const { pid = 0 } = media

  await media[Symbol.asyncDispose]()

  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
})

test('a media server that cannot be run is told in one sentence', async () => {
  const nowhere = { ...mediaChild, binary: '/nowhere/livekit-server' } as const

  const start = startServer({ log, media: nowhere })

  await expect(start).rejects.toThrow(
    'The media server cannot be run at /nowhere/livekit-server: set PARLEY_LIVEKIT to a livekit-server.',
  )
})
