import { openCall, systemClock } from '@parley/client'
import type { SeatId } from '@parley/protocol'
import { startServer } from '@parley/server'
import { FakeMedia, planCall } from '@parley/testkit'
import { expect, test } from 'vitest'
import { Presence } from './presence.ts'

const within = { timeout: 20_000, interval: 20 }
const chosen = { wantsCamera: true, camera: 'default', inputDevice: 'default' }

test('a desk sees who sits in the call, and who went', { timeout: 30_000 }, async () => {
  await using running = await startServer()
  await using planned = await planCall(running, { seatsEach: 1, clock: systemClock })
  const [first, second] = planned.seats.map(({ seat }) => seat)
  if (!first || !second) throw new Error('There are two')
  let here: ReadonlySet<SeatId> = new Set()
  const [desk] = planned.desks
  using opened = new DisposableStack()
  opened.use(new Presence({ desk, clock: systemClock }, (next) => (here = next)))
  const join = async (seat: SeatId) => {
    const media = new FakeMedia()
    const call = await openCall(await planned.sit(seat), { media, clock: systemClock, chosen })
    call.runner.send({ type: 'join-pressed', atMs: systemClock.nowMs() })
    return call
  }

  await using staying = await join(first)
  await expect.poll(() => [...here], within).toEqual([first])
  const leaving = await join(second)
  await expect.poll(() => here.size, within).toBe(2)
  await expect.poll(() => leaving.runner.call.joining.phase, within).toBe('in-call')
  leaving.runner.send({ type: 'leave-pressed' })
  await expect.poll(() => [...here], within).toEqual([first])

  await leaving[Symbol.asyncDispose]()
  expect(staying.runner.call.joining.phase).toBe('in-call')
})
