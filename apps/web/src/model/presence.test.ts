import { openCall, systemClock, type OpenRoom } from '@parley/client'
import { sealEnvelope } from '@parley/group'
import { PLENARY, type SeatId } from '@parley/protocol'
import { derivingKey, envelopeKeyOf, Secret, signPresence } from '@parley/seal'
import { startServer, type RunningServer } from '@parley/server'
import { FakeMedia, manualClock, planCall, type PlannedCall } from '@parley/testkit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { atDesk } from './desk/atDesk.ts'
import { Presence } from './presence.ts'

const within = { timeout: 20_000, interval: 20 }
const chosen = { wantsCamera: true, camera: 'default', inputDevice: 'default' }

let running: RunningServer
let planned: PlannedCall
let first: SeatId
let second: SeatId
let opened: AsyncDisposableStack

beforeEach(async () => {
  opened = new AsyncDisposableStack()
  running = opened.use(await startServer())
  planned = opened.use(await planCall(running, { seatsEach: 1, clock: systemClock }))
  ;[first, second] = planned.seats.map(({ seat }) => seat) as [SeatId, SeatId]
})
afterEach(() => opened.disposeAsync())

async function join(seat: SeatId): Promise<OpenRoom> {
  const media = new FakeMedia()
  const call = await openCall(await planned.sit(seat), { media, clock: systemClock })
  call.runner.send({ type: 'join-pressed', atMs: systemClock.nowMs(), chosen })
  return opened.use(call)
}

/** All that a desk is told from now on, by a clock that is moved by hand. */
function watch() {
  const clock = manualClock(systemClock.nowMs())
  const told: SeatId[][] = []
  const source = atDesk(planned.desks[0])
  opened.use(new Presence({ source, clock }, (here) => told.push([...here])))
  return { clock, told }
}

test('a desk sees who sits in the call, and who went', async () => {
  const { told } = watch()

  const staying = await join(first)
  await expect.poll(() => told.at(-1), within).toEqual([first])
  const leaving = await join(second)
  await expect.poll(() => told.at(-1)?.length, within).toBe(2)
  await expect.poll(() => leaving.runner.call.joining.phase, within).toBe('in-call')
  leaving.runner.send({ type: 'leave-pressed' })

  await expect.poll(() => told.at(-1), within).toEqual([first])
  expect(staying.runner.call.joining.phase).toBe('in-call')
})

test('noise in the log hides nobody', async () => {
  const staying = await join(first)
  await expect.poll(() => staying.runner.call.joining.phase, within).toBe('in-call')
  const append = { type: 'append', room: PLENARY, envelope: 'noise', commit: true } as const
  for (const desk of planned.desks)
    for (let count = 0; count < 10; count++)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await desk.connection.request(append)

  const { told } = watch()

  await expect.poll(() => told.at(-1), within).toEqual([first])
})

test('the last one to leave says so, and is gone at once', async () => {
  const { told } = watch()
  const last = await join(first)
  await expect.poll(() => told.at(-1), within).toEqual([first])

  last.runner.send({ type: 'leave-pressed' })

  await expect.poll(() => told.at(-1), within).toEqual([])
})

test('two who leave at the same time are both gone, though neither took the other out', async () => {
  const { told } = watch()
  const both = [await join(first), await join(second)]
  await expect.poll(() => told.at(-1)?.length, within).toBe(2)
  for (const { runner } of both)
    // oxlint-disable-next-line no-await-in-loop -- one after the other is as good
    await expect.poll(() => runner.call.joining.phase, within).toBe('in-call')

  for (const { runner } of both) runner.send({ type: 'leave-pressed' })

  await expect.poll(() => told.at(-1), within).toEqual([])
})

test('whoever waits alone is there, and says so every five seconds', async () => {
  const { clock, told } = watch()
  const { runner } = await join(first)
  await expect.poll(() => told.at(-1), within).toEqual([first])

  clock.advance(15_000)
  expect(told.at(-1)).toEqual([])
  runner.send({ type: 'heads-changed', heads: 'others', atMs: 0 })

  await expect.poll(() => told.at(-1), within).toEqual([first])
})

test('whoever went without a word is gone after 15 s', async () => {
  const { clock, told } = watch()
  const last = await join(first)
  await expect.poll(() => told.at(-1), within).toEqual([first])

  await last[Symbol.asyncDispose]()
  clock.advance(14_999)
  expect(told.at(-1)).toEqual([first])
  clock.advance(1)

  expect(told.at(-1)).toEqual([])
})

test('a desk that comes after everybody went takes nobody from the log for present', async () => {
  const last = await join(first)
  await expect.poll(() => last.runner.call.joining.phase, within).toBe('in-call')
  await last[Symbol.asyncDispose]()

  const { clock, told } = watch()
  await expect.poll(() => (clock.advance(15_000), told.length), within).toBeGreaterThan(0)

  expect(told.flat()).toEqual([])
})

test('an old word that is played again is no sign of life', async () => {
  const desk = planned.desks[0]
  const { call, callSecret } = desk.state.record
  const { clock, told } = watch()
  const last = await join(first)
  await expect.poll(() => told.at(-1), within).toEqual([first])
  const leaf = last.room.leaf
  if (!leaf) throw new Error('One sits in the room')
  await last[Symbol.asyncDispose]()
  clock.advance(15_000)
  const count = told.length
  const secret = await derivingKey(new Secret(new Uint8Array(callSecret)))
  const to = { key: await envelopeKeyOf(secret, PLENARY), call, room: PLENARY }

  const now = clock.nowMs()
  for (const at of [now - 24 * 3_600_000, now, now]) {
    const said = { call, room: PLENARY, leaf: leaf.publicKey, at, isLeaving: false }
    // oxlint-disable-next-line no-await-in-loop -- the order is what matters
    const statement = new TextEncoder().encode(await signPresence(leaf.key, said))
    // oxlint-disable-next-line no-await-in-loop -- likewise
    const envelope = await sealEnvelope(to, { kind: 'presence', epoch: 0, statement })
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await desk.connection.request({ type: 'append', room: PLENARY, envelope, commit: false })
  }

  await expect.poll(() => told.at(-1), within).toEqual([first])
  expect(told).toHaveLength(count + 1)
})
