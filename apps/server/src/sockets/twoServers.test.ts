import { Done, PLENARY } from '@parley/protocol'
import * as v from 'valibot'
import { manualClock } from '@parley/testkit'
import { Client as PostgresClient } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DatabaseAt } from '../database/open.ts'
import { INSTANCE_LIVES_MS } from '../delivery/rooms.ts'
import { createLog } from '../log.ts'
import { startServer } from '../startServer.ts'
import { Client } from '../testing/client.ts'
import { newCall, newDevice, revealedEnrolment, seatLink } from '../testing/people.ts'
import { TestPostgres } from '../testing/postgres.ts'

const log = createLog({ write: () => undefined })
const founding = { type: 'found', room: PLENARY, envelope: 'founding' } as const
const word = (envelope: string) =>
  ({ type: 'append', room: PLENARY, envelope, commit: false }) as const
const follow = { type: 'follow-room', room: PLENARY, after: 0 } as const

let postgres: TestPostgres
beforeAll(async () => void (postgres = await TestPostgres.start()))
afterAll(() => postgres[Symbol.asyncDispose]())

async function twoServers(database: DatabaseAt) {
  const one = await startServer({ log, database })
  return { one, two: await startServer({ log, database }) }
}

test('a room is one log across servers, in one order', async () => {
  const { one, two } = await twoServers(await postgres.newDatabase())
  await using stack = new AsyncDisposableStack()
  stack.use(one)
  stack.use(two)
  const desk = await newCall(one)
  const here = await newDevice(one, desk)
  const there = await newDevice(two, desk)
  await here.client.ask(founding)
  for (const { client } of [here, there]) await client.ask(follow)

  await Promise.all(
    Array.from({ length: 20 }, (_, i) => [
      here.client.ask(word(`here${i}`)),
      there.client.ask(word(`there${i}`)),
    ]).flat(),
  )

  const logs = await Promise.all(
    [here, there].map(async ({ client }) => {
      await client.hear('logged', ({ number }) => number === 41)
      return client.heard.flatMap((m) => (m.type === 'logged' ? [`${m.number} ${m.envelope}`] : []))
    }),
  )
  expect(logs[0]).toHaveLength(41)
  expect(logs[0]).toEqual(logs[1])
})

test('a group is alive while a poster is connected to any server, and for a while after its server ended', async () => {
  const clock = manualClock(Date.now())
  const database = await postgres.newDatabase()
  const one = await startServer({ log, database, clock })
  await using two = await startServer({ log, database, clock })
  const desk = await newCall(one)
  const here = await newDevice(one, desk)
  const there = await newDevice(two, desk)
  await here.client.ask(founding)

  const during = await there.client.refusal(founding)
  await one[Symbol.asyncDispose]()
  const atOnce = await there.client.refusal(founding)
  clock.advance(INSTANCE_LIVES_MS)
  const after = v.parse(Done.found, await there.client.ask(founding))

  expect([during, atOnce, after.number]).toEqual(['group-alive', 'group-alive', 2])
})

test('what was missed while the line to the database was broken comes once it is back', async () => {
  const database = await postgres.newDatabase()
  await using one = await startServer({ log, database })
  await using two = await startServer({ log, database })
  const desk = await newCall(one)
  const [here, there] = [await newDevice(one, desk), await newDevice(two, desk)]
  await here.client.ask(founding)
  await there.client.ask(follow)

  const admin = new PostgresClient({ connectionString: database.url })
  await admin.connect()
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and query like 'listen%'`,
  )
  await here.client.ask(word('missed'))
  await admin.end()

  const { number } = await there.client.hear('logged', ({ envelope }) => envelope === 'missed')
  expect(number).toBe(2)
})

test('documents, enrolments and withdrawals reach sockets of the other server', async () => {
  const { one, two } = await twoServers(await postgres.newDatabase())
  await using stack = new AsyncDisposableStack()
  stack.use(one)
  stack.use(two)
  const desk = await newCall(one)
  const deskThere = await Client.signIn(two.url, { call: desk.call, signer: desk.seal })
  const { client, device } = await newDevice(two, desk)
  const { token } = await seatLink(desk)

  const { enrolment } = await revealedEnrolment(two, desk, token)
  const shown = await deskThere.hear('enrolment', (state) => state.enrolment === enrolment)
  const { call, side, seal } = desk
  const says = { say: 'withdraw', call, side, device: device.key, at: Date.now() }
  await desk.client.ask({ type: 'withdraw', statement: await seal.sign('parley-desk', says) })
  await client.closed

  expect(shown.enrolment).toBe(enrolment)
  expect(client.heard.at(-1)).toEqual({ type: 'refused', code: 'withdrawn' })
})
