import { CallId, Hash, PLENARY, PublicKey, SeatId, SideId } from '@parley/protocol'
import { manualClock } from '@parley/testkit'
import { expect, test } from 'vitest'
import { createCall } from '../calls/calls.store.ts'
import { openDatabase } from '../database/open.ts'
import { found } from '../delivery/rooms.store.ts'
import { addDevice, withdrawDevice } from '../devices/devices.store.ts'
import { eachDatabase } from '../testing/eachDatabase.ts'
import { randomId } from '../testing/keys.ts'
import { noMediaServer, type MediaServer } from './mediaServer.ts'
import { putOutWithdrawn } from './putOutWithdrawn.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** Remembers who is in; a device that has a token comes in when the test lets it. */
function mediaRoom() {
  const inside = new Set<string>()
  const media: MediaServer = {
    ...noMediaServer,
    isThere: true,
    putOut: ({ identities }) =>
      Promise.resolve(identities.filter((identity) => inside.delete(identity))),
  }
  return { inside, media }
}

eachDatabase((newDatabase) => {
  /** One device, let in for an hour, that is in the media room. */
  async function seated() {
    const clock = manualClock()
    const db = await openDatabase(await newDatabase())
    const { inside, media } = mediaRoom()
    const [call, side] = [randomId(CallId, 16), randomId(SideId, 8)]
    const [seal, device] = [randomId(PublicKey, 32), randomId(PublicKey, 32)]
    const at = clock.nowMs()
    await createCall(db, { call, side, seal, at })
    const approved = {
      call,
      device,
      side,
      seat: randomId(SeatId, 8),
      listen: 0,
      drives: null,
    } as const
    await addDevice(db, { ...approved, expires_at: at + 60 * MINUTE })
    const poster = { call, room: PLENARY, socket: 'a socket', instance: 'a server' }
    const author = { side, author: device }
    await found(db, { poster, author, envelope: 'f', at, seenAfter: 0 })
    const identity = randomId(Hash, 32)
    const given = { call, room: PLENARY, identity, device, given_at: at }
    await db.insertInto('media_identity').values(given).execute()
    inside.add(identity)
    const look = () => putOutWithdrawn({ db, media, clock })
    const withdraw = () => withdrawDevice(db, { call, side, device, at: clock.nowMs() })
    const close = () => db.destroy()
    return { clock, inside, identity, look, withdraw, [Symbol.asyncDispose]: close }
  }

  test('a withdrawn device is put out each time that a token brings it back, refreshed ones included', async () => {
    await using at = await seated()
    const { clock, inside, identity, look, withdraw } = at
    clock.advance(30 * MINUTE)
    await look()
    expect([...inside]).toEqual([identity])

    await withdraw()
    await look()
    for (let back = 0; back < 3; back++) {
      clock.advance(10 * MINUTE)
      inside.add(identity)
      await look()
      expect([...inside]).toEqual([])
    }
  })

  test('a device whose time is over is put out', async () => {
    await using at = await seated()
    const { clock, inside, identity, look } = at
    clock.advance(60 * MINUTE - SECOND)
    await look()
    expect([...inside]).toEqual([identity])

    clock.advance(SECOND)
    await look()

    expect([...inside]).toEqual([])
  })
})
