import { manualClock } from '@parley/testkit'
import { expect, test } from 'vitest'
import { Pursuit, type Outcome } from './pursuit.ts'

/** A device that gives what it is told to, and counts how often it was asked. */
function device(...outcomes: readonly Outcome[]) {
  const clock = manualClock()
  const asked: string[] = []
  const left = [...outcomes]
  const pursuit = new Pursuit<string>({
    clock,
    attempt: async (wanted) => {
      asked.push(wanted)
      return left.shift() ?? 'reached'
    },
  })
  const after = async (ms: number) => {
    clock.advance(ms)
    for (let turn = 0; turn < 10; turn++) await Promise.resolve()
    return asked.length
  }
  return { pursuit, asked, after }
}

test('what is missed is tried again, ever later, until it is reached', async () => {
  const { pursuit, after } = device('missed', 'missed', 'missed')

  pursuit.want('camera')
  const tries = [await after(0), await after(500), await after(500), await after(500)]

  expect(tries).toEqual([1, 2, 2, 3])
  expect([await after(2000), await after(60_000)]).toEqual([4, 4])
})

test('what was refused is tried again only when somebody changed something', async () => {
  const { pursuit, after } = device('refused')

  pursuit.want('camera')
  expect([await after(0), await after(60_000)]).toEqual([1, 1])
  pursuit.again()

  expect(await after(0)).toBe(2)
})

test('a new wish is tried at once, and the one before no longer', async () => {
  const { pursuit, asked, after } = device('missed')

  pursuit.want('camera')
  await after(0)
  pursuit.want('another')
  await after(60_000)

  expect(asked).toEqual(['camera', 'another'])
})

test('what was reached is not tried again unless it is wanted anew', async () => {
  const { pursuit, asked, after } = device()

  pursuit.want('camera')
  await after(60_000)
  pursuit.again()
  await after(0)
  pursuit.want('camera')
  await after(0)

  expect(asked).toEqual(['camera', 'camera'])
})

test('nothing is tried after the end', async () => {
  const { pursuit, after } = device('missed')

  pursuit.want('camera')
  await after(0)
  pursuit[Symbol.dispose]()

  expect(await after(60_000)).toBe(1)
})
