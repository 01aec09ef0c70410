import { commitRefresh, sealEnvelope } from '@parley/group'
import { LIMITS, PLENARY } from '@parley/protocol'
import { envelopeKeyOf } from '@parley/seal'
import { startServer, type RunningServer } from '@parley/server'
import { cuttableLine, FakeMedia, planCall, type PlannedCall } from '@parley/testkit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openCall } from '../call/openCall.ts'
import { serverAt } from '../server.ts'
import { systemClock } from '../tools/systemClock.ts'
import type { RoomEvent } from './roomSession.ts'

let running: RunningServer
let planned: PlannedCall
let opened: AsyncDisposableStack

beforeEach(async () => {
  opened = new AsyncDisposableStack()
  running = opened.use(await startServer())
  planned = opened.use(await planCall(running, { seatsEach: 2, clock: systemClock }))
})
afterEach(() => opened.disposeAsync())

const within = { timeout: 20_000, interval: 20 }

/** The person of that number sits down and joins. */
async function join(place: number) {
  const { seat } = planned.seats[place] ?? {}
  if (!seat) throw new Error('There are four')
  const line = cuttableLine(running.url)
  const open = await planned.sit(seat, serverAt(running.url, line.dial))
  const chosen = { wantsCamera: true, camera: 'default', inputDevice: 'default' }
  const parts = { media: new FakeMedia(), clock: systemClock, chosen }
  const { runner, room } = opened.use(await openCall(open, parts))
  const heard: RoomEvent[] = []
  room.listen((event) => heard.push(event))
  runner.send({ type: 'join-pressed', atMs: systemClock.nowMs() })
  return { open, line, runner, room, heard }
}

type Sitting = Awaited<ReturnType<typeof join>>

async function areTogether(people: readonly Sitting[], count = people.length): Promise<void> {
  for (const { runner } of people)
    // oxlint-disable-next-line no-await-in-loop -- one after the other is as good
    await expect.poll(() => runner.call.members.size, within).toBe(count)
}

/** What anyone with the call's key can put into the log, and the sealing of it. */
async function envelopeTo({ open }: Sitting) {
  const { call, callSecret } = open.record
  return { key: await envelopeKeyOf(callSecret, PLENARY), call, room: PLENARY }
}

test('a commit that nobody can join after is followed by a refresh of somebody else, and joiners come in (R19)', async () => {
  const [honest, evil] = [await join(0), await join(2)]
  await areTogether([honest, evil])
  const refreshed = evil.room.group && (await commitRefresh(evil.room.group))
  if (!refreshed) throw new Error('Two are not alone')
  const unjoinable = { ...refreshed.opened, groupInfo: new Uint8Array(9), tree: undefined }

  const envelope = await sealEnvelope(await envelopeTo(evil), unjoinable)
  await evil.open.connection.request({ type: 'append', room: PLENARY, envelope, commit: true })
  evil.line.cut()
  const joiner = await join(1)

  for (const { runner } of [joiner, honest])
    // oxlint-disable-next-line no-await-in-loop -- one after the other is as good
    await expect.poll(() => runner.call.members.size, within).toBe(3)
  const told = [...honest.heard, ...joiner.heard].map(({ type }) => type)
  expect(told).toContain('unjoinable')
  expect(told).not.toContain('must-join-again')
})

test('a side that fills the log with noise keeps nobody out', async () => {
  const [honest, evil] = [await join(0), await join(2)]
  await areTogether([honest, evil])
  const append = { type: 'append', room: PLENARY, envelope: 'noise', commit: true } as const
  const { seat } = planned.seats[3] ?? {}
  if (!seat) throw new Error('There are four')
  const others = [planned.desks[1].connection, (await planned.sit(seat)).connection]

  for (const connection of [evil.open.connection, ...others])
    for (let i = 0; i < LIMITS.commitsPerMinute; i++)
      // oxlint-disable-next-line no-await-in-loop -- one after the other is as good
      await connection.request(append).catch(() => undefined)
  const joiner = await join(1)

  await areTogether([joiner, honest], 3)
  expect(joiner.heard.map(({ type }) => type)).not.toContain('not-entered')
})
