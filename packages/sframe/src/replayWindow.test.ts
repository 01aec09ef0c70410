import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { REPLAY_WINDOW, ReplayWindow } from './replayWindow.ts'

test('a frame nine behind is fresh once, a frame a whole window behind never', () => {
  const window = new ReplayWindow()

  window.remember(5000)

  expect(window.isFresh(4991)).toBe(true)
  expect(window.isFresh(5000)).toBe(false)
  expect(window.isFresh(5000 - REPLAY_WINDOW)).toBe(false)
})

test('gone back, what came before is not fresh again, nor what is said to have been opened ahead', () => {
  const window = new ReplayWindow()
  for (const ctr of [40, 41, 42, 44, 90_000]) window.remember(ctr)

  window.goBackTo(41, [90_000, 44, 42])

  const fresh = [39, 40, 41, 42, 43, 44, 45, 90_000].filter((ctr) => window.isFresh(ctr))
  expect(fresh).toEqual([43, 45, 90_000])
})

test('what did not come since the first that did is counted, until it does', () => {
  const window = new ReplayWindow()
  const counted: number[] = []

  for (const ctr of [70, 71, 75, 73, 68]) {
    window.remember(ctr)
    counted.push(window.missing)
  }
  window.goBackTo(71, [])
  window.remember(73)

  expect(counted).toEqual([0, 0, 3, 2, 1])
  expect(window.missing).toBe(1)
})

test('in whatever order frames come, none is fresh twice (R30)', () => {
  const counters = fc.array(fc.oneof(fc.nat(3000), fc.nat(50)), { maxLength: 200 })

  fc.assert(
    fc.property(counters, (order) => {
      const window = new ReplayWindow()
      const played = new Set<number>()
      let highest = -1
      for (const ctr of order) {
        const isFresh = window.isFresh(ctr)
        expect(isFresh).toBe(!played.has(ctr) && ctr > highest - REPLAY_WINDOW)
        if (!isFresh) continue
        window.remember(ctr)
        played.add(ctr)
        highest = Math.max(highest, ctr)
      }
    }),
  )
})
