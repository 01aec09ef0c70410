import { commitRefresh, sealEnvelope } from '@parley/group'
import { PLENARY } from '@parley/protocol'
import { envelopeKeyOf } from '@parley/seal'
import { startServer } from '@parley/server'
import { FakeMedia, planCall, type PlannedCall } from '@parley/testkit'
import { expect, test } from 'vitest'
import { systemClock } from '../tools/systemClock.ts'
import { openCall } from './openCall.ts'

const within = { timeout: 20_000, interval: 20 }
const chosen = { wantsCamera: true, camera: 'default', inputDevice: 'default' }

/** The person of that number sits down and joins. */
async function join(planned: PlannedCall, place: number) {
  const { seat } = planned.seats[place] ?? {}
  if (!seat) throw new Error('There are four')
  const open = await planned.sit(seat)
  const call = await openCall(open, { media: new FakeMedia(), clock: systemClock })
  call.runner.send({ type: 'join-pressed', atMs: systemClock.nowMs(), chosen })
  return { ...call, open, seat }
}

test('a commit that can never be right is refused, and everyone is told', async () => {
  await using running = await startServer()
  await using planned = await planCall(running, { seatsEach: 2, clock: systemClock })
  await using honest = await join(planned, 0)
  await using evil = await join(planned, 2)
  await expect.poll(() => honest.runner.call.members.size, within).toBe(2)
  await expect.poll(() => evil.runner.call.joining.phase, within).toBe('in-call')
  const made = evil.room.group && (await commitRefresh(evil.room.group))
  if (!made) throw new Error('Two are not alone')

  const commit = made.opened.commit.slice()
  commit.fill(0, commit.length - 90, commit.length - 80)
  const { call, callSecret } = evil.open.record
  const key = await envelopeKeyOf(callSecret, PLENARY)
  const opened = { ...made.opened, commit }
  const envelope = await sealEnvelope({ key, call, room: PLENARY }, opened)
  await evil.open.connection.request({ type: 'append', room: PLENARY, envelope, commit: true })

  await expect.poll(() => honest.runner.call.incidents, within).toMatchObject([{ type: 'refused' }])
})

test('who left and whose device took the leaf out is told by seats; who comes in again is not said to be gone', async () => {
  await using running = await startServer()
  await using planned = await planCall(running, { seatsEach: 2, clock: systemClock })
  await using first = await join(planned, 0)
  await using second = await join(planned, 1)
  const third = await join(planned, 2)
  const people = [first, second, third]
  for (const { runner } of people)
    // oxlint-disable-next-line no-await-in-loop -- one after the other is as good
    await expect.poll(() => runner.call.members.size, within).toBe(3)

  second.runner.send({ type: 'must-join-again', by: 'behind', atMs: systemClock.nowMs() })
  await expect.poll(() => second.runner.call.joining.phase, within).toBe('in-call')
  third.runner.send({ type: 'leave-pressed' })
  await expect.poll(() => first.runner.call.members.size, within).toBe(2)

  await expect
    .poll(() => first.runner.call.incidents, within)
    .toMatchObject([{ type: 'removed', seat: third.seat, because: 'left', by: first.seat }])
  await third[Symbol.asyncDispose]()
})
