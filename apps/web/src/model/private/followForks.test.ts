import type { Call } from '@parley/call'
import { openCall, systemClock, type OpenRoom, type RoomEvent, type Word } from '@parley/client'
import { authenticatorOf, epochOf } from '@parley/group'
import { PLENARY, type LeafIndex } from '@parley/protocol'
import { startServer } from '@parley/server'
import { FakeMedia, FakeRoom, planCall } from '@parley/testkit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { seat } from '../callSamples/people.ts'
import { followForks } from './followForks.ts'

const LEAF = 1 as LeafIndex
const ALLY = seat(2)
let opened: AsyncDisposableStack
let plenary: OpenRoom
let said: FakeRoom

beforeEach(async () => {
  opened = new AsyncDisposableStack()
  const running = opened.use(await startServer())
  const planned = opened.use(await planCall(running, { seatsEach: 1, clock: systemClock }))
  const [first] = planned.seats
  if (!first) throw new Error('There are two')
  const parts = { media: new FakeMedia(), clock: systemClock }
  plenary = opened.use(await openCall(await planned.sit(first.seat), parts))
  const chosen = { wantsCamera: false, camera: 'default', inputDevice: 'default' }
  plenary.runner.send({ type: 'join-pressed', atMs: systemClock.nowMs(), chosen })
  await inCall()
  said = new FakeRoom()
})
afterEach(() => opened.disposeAsync())

const phase = () => plenary.runner.call.joining.phase

async function inCall(): Promise<void> {
  await expect.poll(phase, { timeout: 20_000, interval: 20 }).toBe('in-call')
}

/** What one of one's own side, who is held for that or for nothing, reports in the caucus. */
function follow(heldFor?: string) {
  const forks = opened.use(followForks(plenary))
  const members = new Map([[LEAF, { seat: ALLY, heldFor }]]) as unknown as Call['members']
  const caucus = { room: said, runner: { call: { members } } } as unknown as OpenRoom
  forks.hear(caucus)
  return forks.forked
}

function report(epoch: number, authenticator: string): void {
  const word: Word = {
    word: 'heartbeat',
    nextMs: 5000,
    microphone: { n: 0 },
    tracks: [],
    hears: new Set(),
    sees: new Set(),
    rooms: { [PLENARY]: [epoch, authenticator] },
  }
  const event: RoomEvent = {
    type: 'word',
    heard: { from: LEAF, lists: 'same', lacks: [], word },
  }
  said.tell(event)
}

function own(): [number, string] {
  const { group } = plenary.room
  if (!group) throw new Error('One is in')
  return [epochOf(group), authenticatorOf(group)]
}

test('somebody of one’s own side who tells of the same plenary is in it (R53)', () => {
  const forked = follow()

  report(...own())
  report(...own())

  expect([...forked.value]).toEqual([])
})

test('somebody who tells twice of another plenary under the same number is named (R53)', () => {
  const forked = follow()
  const [epoch] = own()

  report(epoch, 'A'.repeat(22))
  const once = [...forked.value]
  report(epoch, 'A'.repeat(22))

  expect([once, [...forked.value]]).toEqual([[], [ALLY]])
})

test('what somebody tells who is held counts for nothing (R53)', () => {
  const forked = follow('withdrawn')
  const [epoch] = own()

  report(epoch, 'A'.repeat(22))
  report(epoch, 'A'.repeat(22))

  expect([...forked.value]).toEqual([])
})
