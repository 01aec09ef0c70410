import { manualClock } from '@parley/testkit'
import { expect, test } from 'vitest'
import { SignallingLoss } from './signallingLoss.ts'

function losing() {
  const clock = manualClock(10_000)
  let received = 5000
  const dry: number[] = []
  const loss = new SignallingLoss({
    clock,
    read: async () => received,
    onDry: (sinceMs) => dry.push(sinceMs),
  })
  const pass = async (ms: number, bytesEach: number) => {
    for (let passed = 0; passed < ms; passed += 250) {
      received += bytesEach
      clock.advance(250)
      // oxlint-disable-next-line no-await-in-loop -- each look is over before the next
      for (let turn = 0; turn < 5; turn++) await Promise.resolve()
    }
  }
  return { loss, dry, pass }
}

test('while anything of others comes in, only signalling is lost', async () => {
  const { loss, dry, pass } = losing()

  loss.begin()
  await pass(20_000, 900)

  expect([loss.isFlowing, dry]).toEqual([true, []])
})

test('a second without anything is a lost line, since the last that came', async () => {
  const { loss, dry, pass } = losing()

  loss.begin()
  await pass(2000, 900)
  await pass(2000, 0)

  expect([loss.isFlowing, dry]).toEqual([false, [12_000]])
})

test('what is back in time was never lost, and is watched anew the next time', async () => {
  const { loss, dry, pass } = losing()

  loss.begin()
  await pass(750, 0)
  loss.end()
  await pass(5000, 0)
  const before = [loss.isFlowing, dry.length]
  loss.begin()
  await pass(1000, 0)

  expect(before).toEqual([false, 0])
  expect(dry).toEqual([15_750])
})
