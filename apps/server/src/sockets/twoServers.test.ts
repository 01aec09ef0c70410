import { Done, Hash, PLENARY } from '@parley/protocol'
import * as v from 'valibot'
import { manualClock } from '@parley/testkit'
import { Client as PostgresClient } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DatabaseAt } from '../database/open.ts'
import { INSTANCE_LIVES_MS } from '../delivery/rooms.ts'
import { createLog } from '../log.ts'
import { startServer } from '../startServer.ts'
import { Client } from '../testing/client.ts'
import { randomId } from '../testing/keys.ts'
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

/** A line to that database beside the servers'. */
async function administrator({ url }: Extract<DatabaseAt, { is: 'postgres' }>) {
  const admin = new PostgresClient({ connectionString: url })
  await admin.connect()
  return {
    query: (text: string) => admin.query(text),
    [Symbol.asyncDispose]: () => admin.end(),
  }
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

  await using admin = await administrator(database)
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and query like 'listen%'`,
  )
  await here.client.ask(word('missed'))

  const { number } = await there.client.hear('logged', ({ envelope }) => envelope === 'missed')
  expect(number).toBe(2)
})

test('a withdrawal, a link and an enrolment that were missed are made up for once the line is back', async () => {
  const database = await postgres.newDatabase()
  await using one = await startServer({ log, database })
  await using two = await startServer({ log, database })
  const desk = await newCall(one)
  const deskThere = await Client.signIn(two.url, { call: desk.call, signer: desk.seal })
  const { client, device } = await newDevice(two, desk)
  const [old, kept] = [await seatLink(desk), await seatLink(desk)]
  const asker = await Client.withLink(two.url, old.token)

  await using admin = await administrator(database)
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and query like 'listen%'`,
  )
  const { call, side, seal } = desk
  const says = { say: 'withdraw', call, side, device: device.key, at: Date.now() }
  await desk.client.ask({ type: 'withdraw', statement: await seal.sign('parley-desk', says) })
  await seatLink(desk, old.seat)
  await using late = await Client.withLink(one.url, kept.token)
  const commitment = randomId(Hash, 32)
  await late.ask({ type: 'ask-enrolment', commitment })

  await Promise.all([client.closed, asker.closed])
  expect(client.heard.at(-1)).toEqual({ type: 'refused', code: 'withdrawn' })
  expect(asker.heard.at(-1)).toEqual({ type: 'refused', code: 'link-unknown' })
  await deskThere.hear('enrolment', (state) => state.commitment === commitment)
})

test('what one server could not tell the others is read by them once it can', async () => {
  const database = await postgres.newDatabase()
  await using one = await startServer({ log, database })
  await using two = await startServer({ log, database })
  const desk = await newCall(one)
  const [here, there] = [await newDevice(one, desk), await newDevice(two, desk)]
  await here.client.ask(founding)
  await there.client.ask(follow)

  await using admin = await administrator(database)
  await admin.query('alter function pg_notify(text, text) rename to pg_notify_away')
  await here.client.ask(word('untold'))
  await admin.query('alter function pg_notify_away(text, text) rename to pg_notify')

  const { number } = await there.client.hear('logged', ({ envelope }) => envelope === 'untold')
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
