import { caucusOf, PLENARY, seatRoomOf } from '@parley/protocol'
import { agreeCall, aideOf, passAnew, type AgreedCall } from '@parley/testkit/agreedCall'
import { RoomLog } from '@parley/testkit/roomLog'
import { expect, test } from 'vitest'
import { admitAll } from './admitAll.ts'
import { makeMessage } from './message.ts'
import { rosterOf } from './room.ts'

async function threeAgreed() {
  const call = await agreeCall({ seatsEach: 2 })
  const [principal, adviser, other] = call.people
  if (!principal || !adviser || !other) throw new Error('There are four')
  const aide = await aideOf(call, principal)
  return { call, principal, adviser, other, aide, lists: call.lists }
}

const inRoom = (call: AgreedCall, room: AgreedCall['terms']['room']) =>
  new RoomLog({ ...call.terms, room })

test('the device of a seat and its aide’s console sit in the room of the seat, each on a leaf of its own (R60)', async () => {
  const { call, principal, aide, lists } = await threeAgreed()
  const log = inRoom(call, seatRoomOf(principal.seat))
  const display = await log.found(principal)
  const console = await log.join(aide)
  await log.catchUp(display)

  expect(rosterOf(display.room).map(({ seat, drives }) => [seat, drives])).toEqual([
    [principal.seat, undefined],
    [aide.seat, principal.seat],
  ])
  const answers = admitAll(display.room, { lists, nowMs: principal.me.nowMs })
  expect([...answers.values()]).toEqual([{ answer: 'admitted' }, { answer: 'admitted' }])
  const said = await makeMessage(console.room, new Uint8Array([7]))
  if (!said) throw new Error('It is in')
  log.append(said.opened)
  expect(await log.catchUp(display)).toMatchObject([
    { type: 'message', bytes: new Uint8Array([7]) },
  ])
})

test('a new console takes the leaf of the one before, and not that of the seat’s device (R60)', async () => {
  const { call, principal, aide } = await threeAgreed()
  const log = inRoom(call, seatRoomOf(principal.seat))
  const display = await log.found(principal)
  const before = await log.join(aide)
  await log.join(await aideOf(call, principal, { version: 2 }))
  await log.catchUp(display)
  await log.catchUp(before)

  expect(rosterOf(display.room).map(({ pass, drives }) => [pass.version, drives])).toEqual([
    [1, undefined],
    [2, principal.seat],
  ])
  expect(before.heard.at(-1)?.type).toBe('replaced')
})

test('no member of plenary or caucus takes an aide’s console in, whatever its commit says (R61)', async () => {
  const { call, principal, adviser, aide } = await threeAgreed()
  for (const room of [PLENARY, caucusOf(principal.side)]) {
    const log = inRoom(call, room)
    // oxlint-disable-next-line no-await-in-loop -- one room after the other
    const sitting = await log.found(adviser)
    // oxlint-disable-next-line no-await-in-loop -- likewise
    const { opened } = await log.prepare(aide)
    log.append(opened)

    // oxlint-disable-next-line no-await-in-loop -- likewise
    expect(await log.catchUp(sitting)).toMatchObject([{ type: 'skipped', code: 'no-proof' }])
    expect(rosterOf(sitting.room)).toHaveLength(1)
  }
})

test('nobody joins a plenary that an aide’s console founded (R61)', async () => {
  const { call, principal, aide } = await threeAgreed()
  const log = inRoom(call, PLENARY)
  await log.found(aide)

  await expect(log.join(principal)).rejects.toThrow('no-proof')
})

test('nobody but the devices of a seat is taken into its room: no other seat, and no other’s console (R61)', async () => {
  const { call, principal, adviser, other } = await threeAgreed()
  const log = inRoom(call, seatRoomOf(principal.seat))
  const sitting = await log.found(principal)
  for (const person of [adviser, other, await aideOf(call, adviser)]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { opened } = await log.prepare(person)
    log.append(opened)
    // oxlint-disable-next-line no-await-in-loop -- likewise
    expect(await log.catchUp(sitting)).toMatchObject([{ type: 'skipped', code: 'no-proof' }])
  }
})

test('a console is held once it was withdrawn, once its seat is agreed no more, and where it is of another side', async () => {
  const { call, principal, other, aide, lists } = await threeAgreed()
  const log = inRoom(call, seatRoomOf(principal.seat))
  const { room } = await log.found(aide)
  const nowMs = principal.me.nowMs
  const ask = (changed: Partial<typeof lists>) => [
    ...admitAll(room, { lists: { ...lists, ...changed }, nowMs }).values(),
  ]

  expect(ask({})).toEqual([{ answer: 'admitted' }])
  expect(ask({ withdrawn: [{ seat: aide.seat, passVersion: 1 }] })).toEqual([
    { answer: 'held', code: 'withdrawn' },
  ])
  expect(ask({ withdrawn: [{ seat: principal.seat, passVersion: 1 }] })).toEqual([
    { answer: 'admitted' },
  ])
  const listed = lists.seats.get(principal.seat)
  if (!listed) throw new Error('It is listed')
  const elsewhere = new Map([[principal.seat, { ...listed, side: other.side }]])
  for (const seats of [new Map(), elsewhere])
    expect(ask({ seats })).toEqual([{ answer: 'held', code: 'not-agreed' }])
})

test('a pass that drives a seat from another place than its aide’s is none', async () => {
  const { call, principal, adviser } = await threeAgreed()
  const sly = await passAnew(call, principal, { drives: adviser.seat })

  await expect(inRoom(call, seatRoomOf(adviser.seat)).found(sly)).rejects.toThrow('unknown-seal')
})
