import type { TrackNumber } from '@parley/protocol'
import type { WorkerCommand, WorkerReport } from '@parley/sframe'
import { manualClock } from '@parley/testkit'
import { expect, test } from 'vitest'
import { FrameWorker } from './frameWorker.ts'

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
    this.says({ type: 'counted', sent: [], received: [], unbound })
  }
}

function page() {
  const clock = manualClock()
  const workers: FakeWorker[] = []
  const told: string[] = []
  const frames = new FrameWorker({
    start: () => {
      const worker = new FakeWorker()
      workers.push(worker)
      return worker as unknown as Worker
    },
    clock,
    onCounted: () => undefined,
    onKeyFrameWanted: () => undefined,
    onDead: () => void told.push('dead'),
    onRenewed: () => void told.push('renewed'),
  })
  const last = (): FakeWorker => workers.at(-1) ?? new FakeWorker()
  const live = (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      last().counts()
      clock.advance(1000)
    }
  }
  return { frames, clock, workers, told, last, live }
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
  expect([told, first?.isEnded, workers.length]).toEqual([['dead'], true, 1])
  clock.advance(0)

  expect([told, workers.length]).toEqual([['dead', 'renewed'], 2])
})

test('a worker that falls silent for longer than five seconds is ended', () => {
  const { told, live, last, clock } = page()
  live(3)

  last().counts()
  clock.advance(5000)
  expect(told).toEqual([])
  clock.advance(1000)

  expect(told).toEqual(['dead', 'renewed'])
})

test('a question that is not answered ends the worker, and is settled without an answer', async () => {
  const { frames, told, live } = page()
  live(1)
  const baseKey = new Uint8Array(32)
  const epoch = { epoch: 1, baseKey, you: 0, leaves: [], cause: 'join' } as unknown
  const installed = frames.install(epoch as Parameters<FrameWorker['install']>[0])
  const opened = frames.moveGate('open-gate', track)

  live(6)

  expect(told).toEqual(['dead', 'renewed'])
  expect([await installed, await opened]).toEqual([undefined, undefined])
})

test('a question is answered with its own counter', async () => {
  const { frames, last } = page()

  const opened = frames.moveGate('open-gate', track)
  const closed = frames.moveGate('close-gate', track)
  last().says({ type: 'gate-closed', ask: 2, after: 11 })
  last().says({ type: 'gate-opened', ask: 1, from: 7 })

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
  const { frames, clock, workers, told } = page()

  frames[Symbol.dispose]()
  clock.advance(60_000)

  expect([workers.length, told, workers[0]?.isEnded]).toEqual([1, [], true])
})
