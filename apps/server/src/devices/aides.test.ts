import {
  aidePlaceOf,
  caucusOf,
  LIMITS,
  PLENARY,
  SeatId,
  seatRoomOf,
  type RoomId,
} from '@parley/protocol'
import { expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { startServer } from '../startServer.ts'
import { eachDatabase } from '../testing/eachDatabase.ts'
import { newSigner, randomId } from '../testing/keys.ts'
import { mediaChild } from '../testing/media.ts'
import {
  approval,
  firstPass,
  newAide,
  newCall,
  newDevice,
  revealedEnrolment,
  sealed,
  seatLink,
  type DeviceAt,
} from '../testing/people.ts'

const log = createLog({ write: () => undefined })
const follow = (room: RoomId) => ({ type: 'follow-room', room, after: 0 }) as const
const found = (room: RoomId) => ({ type: 'found', room, envelope: 'founding' }) as const

async function askMedia({ client, call }: DeviceAt, room: RoomId) {
  const leaf = await newSigner()
  const statement = await leaf.sign('parley-media', { call, room, leaf: leaf.key, at: Date.now() })
  return client.refusal({ type: 'ask-media-token', statement })
}

eachDatabase((newDatabase) => {
  test('an aide’s console leaves the device of its seat where it is, and the next console takes its place (R60)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const device = await newDevice(server, desk)

    const first = await newAide(server, desk, device.seat)
    await device.client.ask(follow(PLENARY))
    const { token } = await seatLink(desk, aidePlaceOf(device.seat))
    const next = await revealedEnrolment(server, desk, token)
    const said = { seat: aidePlaceOf(device.seat), device: next.device, drives: device.seat }
    const statement = await approval(desk, said)
    const pass = { ...firstPass, version: 2 }
    const { enrolment } = next
    await desk.client.ask({ type: 'grant-enrolment', enrolment, statement, grant: sealed(), pass })

    await first.client.closed
    expect(first.client.heard.at(-1)).toEqual({ type: 'refused', code: 'replaced' })
    await device.client.ask(follow(PLENARY))
  })

  test('an aide’s console is in the room of its seat, and in no other (R61)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const device = await newDevice(server, desk)
    const other = await newDevice(server, desk)
    const aide = await newAide(server, desk, device.seat)
    await device.client.ask(found(PLENARY))
    await device.client.ask(found(caucusOf(desk.side)))

    const refusals = [PLENARY, caucusOf(desk.side), seatRoomOf(other.seat), seatRoomOf(aide.seat)]
    for (const room of refusals)
      for (const request of [follow(room), found(room), { type: 'ask-turn', room } as const])
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        expect(await aide.client.refusal(request)).toBe('not-permitted')
    await aide.client.ask(found(seatRoomOf(device.seat)))
    await device.client.ask(follow(seatRoomOf(device.seat)))
  })

  test('nobody but the devices of a seat is in its room, not even its desk (R61)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const device = await newDevice(server, desk)
    const other = await newDevice(server, desk)
    const room = seatRoomOf(device.seat)
    await device.client.ask(found(room))

    expect(await other.client.refusal(follow(room))).toBe('not-permitted')
    expect(await desk.client.refusal(follow(room))).toBe('not-permitted')
  })

  test('an aide’s console is given no media token, and nobody is for the room of a seat (R61)', async () => {
    const database = await newDatabase()
    await using server = await startServer({ log, database, media: mediaChild })
    const desk = await newCall(server)
    const device = await newDevice(server, desk)
    const aide = await newAide(server, desk, device.seat)
    const rooms = [PLENARY, caucusOf(desk.side), seatRoomOf(device.seat)] as const
    for (const room of rooms)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await device.client.ask(found(room))

    for (const room of rooms)
      // oxlint-disable-next-line no-await-in-loop -- likewise
      expect(await askMedia(aide, room)).toBe('not-permitted')
    expect(await askMedia(device, seatRoomOf(device.seat))).toBe('not-permitted')
  })

  test('a console that its desk withdrew is out at once', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const device = await newDevice(server, desk)
    const aide = await newAide(server, desk, device.seat)
    const { call, side, seal } = desk
    const says = { say: 'withdraw', call, side, device: aide.device.key, at: Date.now() }

    await desk.client.ask({ type: 'withdraw', statement: await seal.sign('parley-desk', says) })

    await aide.client.closed
    expect(aide.client.heard.at(-1)).toEqual({ type: 'refused', code: 'withdrawn' })
    await device.client.ask(follow(PLENARY))
  })

  test('an approval of a console for another seat than its link is of approves nobody', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const seat = randomId(SeatId, 8)
    const { token } = await seatLink(desk, seat)
    const { device, enrolment } = await revealedEnrolment(server, desk, token)
    const statement = await approval(desk, { seat, device, drives: seat })

    const request = { type: 'grant-enrolment', enrolment, statement, grant: sealed() } as const
    expect(await desk.client.refusal({ ...request, pass: firstPass })).toBe('bad-signature')
  })

  test('the rooms of seats take nothing from the number of rooms that a call may have', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const seats = await Promise.all(
      Array.from({ length: LIMITS.roomsPerCall }, () => newDevice(server, desk)),
    )
    for (const { client, seat } of seats)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await client.ask(found(seatRoomOf(seat)))

    expect(await seats[0]?.client.ask(found(PLENARY))).toMatchObject({ number: 1 })
  })
})
