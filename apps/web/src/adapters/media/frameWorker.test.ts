import type { TrackNumber } from '@parley/protocol'
import type { FrameRoom, WorkerCommand, WorkerReport } from '@parley/sframe'
import { manualClock } from '@parley/testkit'
import { expect, test } from 'vitest'
import { FrameWorker } from './frameWorker.ts'
import type { WorkerRoom } from './workerRoom.ts'

const track = 3 as TrackNumber

/** What a page has of a worker. */
class FakeWorker extends EventTarget {
  readonly heard: WorkerCommand[] = []
  isEnded = false

  postMessage(command: WorkerCommand): void {
    this.heard.push(command)
  }

  terminate(): void {
    this.isEnded = true
  }

  says(data: WorkerReport): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }

  counts(): void {
    const nothing = { passed: 0, drops: {} }
    const unbound = { sent: nothing, received: nothing }
    this.says({ room: 'plenary', type: 'counted', sent: [], received: [], unbound })
  }
}

function page() {
  const clock = manualClock()
  const workers: FakeWorker[] = []
  const told: string[] = []
  const owner = new FrameWorker({
    start: () => {
      const worker = new FakeWorker()
      workers.push(worker)
      return worker as unknown as Worker
    },
    clock,
    onKeyFrameWanted: () => undefined,
    onDead: () => void told.push('shut'),
  })
  const open = (room: FrameRoom, as = '') =>
    owner.open(room, {
      onCounted: () => undefined,
      onGateTaken: ({ track: of, after }) => void told.push(`gate of ${of} taken after ${after}`),
      onFrames: ({ type }) => void told.push(`${as}${type}`),
      onDead: () => void told.push(`${as}dead`),
      onRenewed: () => void told.push(`${as}renewed`),
    })
  const frames = open('plenary')
  const last = (): FakeWorker => workers.at(-1) ?? new FakeWorker()
  const live = (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      last().counts()
      clock.advance(1000)
    }
  }
  return { owner, open, frames, clock, workers, told, last, live }
}

test('a worker that reports lives for as long as it does', () => {
  const { told, live } = page()

  live(600)

  expect(told).toEqual([])
})

test('a worker that fails is ended at once, then another begins', () => {
  const { told, live, last, clock, workers } = page()
  live(3)

  const [first] = workers
  last().dispatchEvent(new Event('error'))
  expect([told, first?.isEnded, workers.length]).toEqual([['shut', 'dead'], true, 1])
  clock.advance(0)

  expect([told, workers.length]).toEqual([['shut', 'dead', 'renewed'], 2])
})

test('a worker that falls silent for longer than five seconds is ended', () => {
  const { told, live, last, clock } = page()
  live(3)

  last().counts()
  clock.advance(5000)
  expect(told).toEqual([])
  clock.advance(1000)

  expect(told).toEqual(['shut', 'dead', 'renewed'])
})

test('a question that is not answered ends the worker, and is settled without an answer', async () => {
  const { frames, told, live } = page()
  live(1)
  const baseKey = new Uint8Array(32)
  const epoch = { epoch: 1, baseKey, you: 0, leaves: [], cause: 'join' } as unknown
  const installed = frames.install(epoch as Parameters<WorkerRoom['install']>[0])
  const opened = frames.moveGate('open-gate', track)

  live(6)

  expect(told).toEqual(['shut', 'dead', 'renewed'])
  expect([await installed, await opened]).toEqual([undefined, undefined])
})

test('a question is answered with its own counter', async () => {
  const { frames, last } = page()

  const opened = frames.moveGate('open-gate', track)
  const closed = frames.moveGate('close-gate', track)
  last().says({ room: 'plenary', type: 'gate-closed', ask: 2, after: 11 })
  last().says({ room: 'plenary', type: 'gate-opened', ask: 1, from: 7 })

  expect([await opened, await closed]).toEqual([7, 11])
})

test('a new worker is told nothing of what the one before was told', () => {
  const { frames, live, last, clock } = page()
  live(1)
  frames.send({ do: 'hold-back', isHeld: false })

  last().dispatchEvent(new Event('messageerror'))
  clock.advance(0)

  expect(last().heard).toEqual([])
})

test('a script that cannot be loaded is asked for ever later', () => {
  const { last, clock, workers } = page()
  const begun: number[] = []

  for (let second = 0; second < 30; second++) {
    last().dispatchEvent(new Event('error'))
    clock.advance(0)
    clock.advance(1000)
    begun.push(workers.length)
  }

  expect(begun.slice(0, 5)).toEqual([2, 3, 3, 3, 4])
  expect(begun.at(-1)).toBeLessThan(8)
})

test('nothing begins after the end', () => {
  const { owner, clock, workers, told } = page()

  owner[Symbol.dispose]()
  clock.advance(60_000)

  expect([workers.length, told, workers[0]?.isEnded]).toEqual([1, [], true])
})

test('a worker that dies is told to each room that it carried, when all is shut, and each is asked anew', async () => {
  const { open, frames, told, live, last, clock } = page()
  const caucus = open('caucus', 'caucus ')
  live(1)
  const opened = Promise.all([frames, caucus].map((room) => room.moveGate('open-gate', track)))

  last().dispatchEvent(new Event('error'))
  expect(told).toEqual(['shut', 'dead', 'caucus dead'])
  clock.advance(0)

  expect(told.slice(3)).toEqual(['renewed', 'caucus renewed'])
  expect(await opened).toEqual([undefined, undefined])
})

test('each room hears of its own, and commands say whose they are', async () => {
  const { open, frames, told, last } = page()
  const caucus = open('caucus', 'caucus ')

  const opened = frames.moveGate('open-gate', track)
  const taken = caucus.moveGate('open-gate', 4 as TrackNumber)
  last().says({ room: 'plenary', type: 'gate-opened', ask: 1, from: 7 })
  last().says({ room: 'plenary', type: 'gate-taken', track, after: 9 })
  last().says({ room: 'caucus', type: 'gate-opened', ask: 2, from: 0 })

  expect([await opened, await taken, told]).toEqual([7, 0, [`gate of ${track} taken after 9`]])
  expect(last().heard).toMatchObject([{ room: 'plenary' }, { room: 'caucus' }])
})

test('a room that ends is ended in the worker, the other goes on, and it may be opened again', async () => {
  const { open, frames, told, last, live } = page()
  const caucus = open('caucus')
  const opened = caucus.moveGate('open-gate', track)
  expect(() => open('caucus')).toThrow('open already')

  caucus[Symbol.dispose]()
  frames.send({ do: 'hold-back', isHeld: false })
  live(1)

  expect(await opened).toBeUndefined()
  expect(last().heard.slice(1)).toEqual([
    { room: 'caucus', do: 'end-room' },
    { room: 'plenary', do: 'hold-back', isHeld: false },
  ])
  expect(told).toEqual([])
  expect(open('caucus').look()).toBe(0)
})
