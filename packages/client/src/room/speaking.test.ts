import type { Clock } from '@parley/call'
import { PLENARY } from '@parley/protocol'
import { delegationKind, envelopeKeyOf } from '@parley/seal'
import { startServer, type RunningServer } from '@parley/server'
import { planCall, type PlannedCall } from '@parley/testkit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../tools/systemClock.ts'
import { LogRoom } from './logRoom.ts'
import type { RoomEvent } from './roomSession.ts'

const within = { timeout: 20_000, interval: 20 }

/** Nothing that is for later comes. */
const NEVER_LATER: Clock = { ...systemClock, after: () => ({ [Symbol.dispose]: () => undefined }) }

let running: RunningServer
let planned: PlannedCall
let opened: AsyncDisposableStack

beforeEach(async () => {
  opened = new AsyncDisposableStack()
  running = opened.use(await startServer())
  planned = opened.use(await planCall(running, { seatsEach: 2, clock: systemClock }))
})
afterEach(() => opened.disposeAsync())

/** The person of that number comes in, and the test hears what they are told and ask. */
async function comeIn(place: number, clock: Clock = systemClock) {
  const { seat } = planned.seats[place] ?? {}
  if (!seat) throw new Error('There are four')
  const { record, connection, documents } = await planned.sit(seat)
  await documents.caughtUp
  const { call, side, pass, deviceKey, callSecret } = record
  const { root, seals } = documents.documents
  if (!root) throw new Error('The plan is agreed')
  const asked: string[] = []
  const request = connection.request.bind(connection)
  connection.request = (message, signal) => {
    asked.push(message.type)
    return request(message, signal)
  }
  const room = opened.use(
    new LogRoom({
      connection,
      clock,
      terms: { call, room: PLENARY, root, seals },
      envelopeKey: await envelopeKeyOf(callSecret, PLENARY),
      me: () => {
        const proof = documents.signaturesOf(delegationKind(side), 1).map(({ jws }) => jws)
        return { pass, deviceKey, proof, nowMs: systemClock.nowMs() }
      },
      known: () => documents.documents,
    }),
  )
  const words: string[] = []
  room.listen((event: RoomEvent) => {
    if (event.type === 'word') words.push(event.heard.word.word)
  })
  await room.join()
  return { room, words, asked }
}

test('whoever closes the page says that they leave, within the moment that is left, and after other words too', async () => {
  const { words } = await comeIn(0)
  const leaver = await comeIn(1)
  await leaver.room.say({ word: 'text', id: 'a', text: 'Bun di', atMs: 1 })

  await expect
    .poll(() => {
      leaver.room.farewell()
      return leaver.asked.at(-1) === 'append' && words.includes('leave')
    }, within)
    .toBe(true)

  expect(words).toEqual(expect.arrayContaining(['text', 'leave']))
})

test('words of an epoch that are said after its farewell was made are heard', async () => {
  const { room, words } = await comeIn(0)
  const speaker = await comeIn(1)
  const before = speaker.asked.length
  await expect
    .poll(() => {
      speaker.room.farewell()
      return speaker.asked.length > before
    }, within)
    .toBe(true)

  await speaker.room.say({ word: 'text', id: 'a', text: 'Bun di', atMs: 1 })

  await expect.poll(() => words, within).toEqual(expect.arrayContaining(['leave', 'text']))
  expect(room.group).toBeDefined()
})

test('a farewell is of its own epoch: nothing goes out before one was made for it', async () => {
  await comeIn(0)
  const leaver = await comeIn(1, NEVER_LATER)
  const before = leaver.asked.length

  leaver.room.farewell()

  expect(leaver.asked).toHaveLength(before)
})
