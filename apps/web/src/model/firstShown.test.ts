import { setImmediate as turn } from 'node:timers/promises'
import { signal } from '@preact/signals-core'
import { expect, test } from 'vitest'
import { firstShown } from './firstShown.ts'
import type { Screen } from './screen.ts'
import type { SeatAtHand, SeatScreen } from './seat/seatModel.ts'

test('a page that is being opened has nothing to show', async () => {
  const screen = signal<Screen>({ is: 'opening' })
  const shown = watch(firstShown(screen))

  expect(await shown()).toBe(false)
  screen.value = { is: 'failed', code: 'not-kept' }
  expect(await shown()).toBe(true)
})

test('a seat has nothing to show until it is opened itself', async () => {
  const seat = signal<SeatScreen>({ is: 'opening' })
  const screen = signal<Screen>({ is: 'opening' })
  const shown = watch(firstShown(screen))

  screen.value = { is: 'seat', model: atHand(seat) }
  expect(await shown()).toBe(false)
  seat.value = { is: 'failed', code: 'not-agreed' }
  expect(await shown()).toBe(true)
})

function watch(shown: Promise<void>): () => Promise<boolean> {
  let isShown = false
  void shown.then(() => (isShown = true))
  return async () => {
    await turn()
    return isShown
  }
}

/** A seat of which no more than its screen is looked at. */
function atHand(screen: SeatAtHand['screen']): SeatAtHand {
  return {
    screen,
    live: signal(undefined),
    open: async () => undefined,
    mayRead: false,
    read: async () => undefined,
    [Symbol.asyncDispose]: async () => undefined,
  }
}
