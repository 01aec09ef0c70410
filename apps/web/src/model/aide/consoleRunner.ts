import {
  DRIVES_NOTHING,
  stepDriving,
  type Clock,
  type Driving,
  type DrivingEvent,
  type Order,
} from '@parley/call'
import type { SeatId } from '@parley/protocol'
import { effect, signal, type ReadonlySignal } from '@preact/signals-core'
import { isSeated, type SeatRoom } from './seatRoomRunner.ts'

/** An aide's console in the room of its seat. Disposing leaves the room to its owner. */
export type ConsoleRunner = Disposable & {
  readonly driving: ReadonlySignal<Driving>
  readonly order: (order: Order) => void
}

/** Hears the display of that seat, and says orders to it. */
export function driveDisplay(room: SeatRoom, drives: SeatId, clock: Clock): ConsoleRunner {
  const parts = new DisposableStack()
  const driving = signal(DRIVES_NOTHING)
  const take = (event: DrivingEvent): void => {
    const [next, effects] = stepDriving(driving.peek(), event)
    driving.value = next
    for (const { word } of effects)
      void room.say(word).then(
        () => take({ type: 'order-said', id: word.id }),
        () => take({ type: 'order-not-said', id: word.id }),
      )
  }
  parts.use(
    room.hear(({ from, word }) => {
      if (word.word !== 'display' || !isSeated(room.call.peek(), drives, from)) return
      take({ type: 'display-heard', word, nowMs: clock.nowMs() })
    }),
  )
  // The room ticks several times a second: time is looked at with it.
  parts.defer(
    effect(() => {
      const isThere = isSeated(room.call.value, drives)
      const nowMs = clock.nowMs()
      queueMicrotask(() => {
        if (parts.disposed) return
        take(isThere ? { type: 'ticked', nowMs } : { type: 'display-left' })
      })
    }),
  )
  return {
    driving,
    order: (order) =>
      take({ type: 'ordered', id: crypto.randomUUID(), order, nowMs: clock.nowMs() }),
    [Symbol.dispose]: () => parts.dispose(),
  }
}
