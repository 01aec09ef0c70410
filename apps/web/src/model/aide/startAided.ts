import {
  newDriven,
  stepDriven,
  type Clock,
  type DrivenEffect,
  type DrivenEvent,
} from '@parley/call'
import type { OpenRoom, OpenSeat } from '@parley/client'
import { aidePlaceOf, type SeatId } from '@parley/protocol'
import { effect, signal, type ReadonlySignal } from '@preact/signals-core'
import type { CallScreenEvent } from '../callEvent.ts'
import type { CallView } from '../callView.ts'
import type { PartOfScreen } from '../partOfScreen.ts'
import type { AidedView } from './aidedView.ts'
import { displayState } from './displayState.ts'
import { enterSeatRoom, isSeated } from './seatRoomRunner.ts'

/** A display that an aide's console may drive. Disposing leaves the seat's room. */
export type Aided = AsyncDisposable & PartOfScreen

/** What it begins with. */
export type AidedFrom = {
  seat: OpenSeat
  plenary: OpenRoom
  screen: () => { view: ReadonlySignal<CallView>; speaker: ReadonlySignal<SeatId | undefined> }
  clock: Clock
  send: (event: CallScreenEvent) => void
}

/** Goes into the seat's room, says there how the screen is, and does what the console asks as if it were done on the screen. */
export async function startAided({
  seat,
  plenary,
  screen,
  clock,
  send,
}: AidedFrom): Promise<Aided> {
  const parts = new AsyncDisposableStack()
  const { record, documents } = seat
  const place = aidePlaceOf(record.seat)
  const room = parts.use(await enterSeatRoom(seat, clock))
  const { view, speaker } = screen()
  const shown = signal<AidedView>({ isThere: false, asked: undefined })
  let driven = newDriven(crypto.randomUUID())
  const now = () => ({
    display: displayState(view.peek(), speaker.peek()),
    nowMs: clock.nowMs(),
  })
  const take = (event: DrivenEvent): void => {
    const [next, effects] = stepDriven(driven, event)
    driven = next
    const isThere = isSeated(room.call.peek(), place)
    const asked = driven.asking && { id: driven.asking.id }
    if (shown.peek().isThere !== isThere || shown.peek().asked?.id !== asked?.id)
      shown.value = { isThere, asked }
    for (const one of effects) carryOut(one)
  }
  const carryOut = (one: DrivenEffect): void => {
    switch (one.do) {
      case 'say':
        return void room.say(one.word).catch(() => undefined)
      case 'choose-layout':
        return send({ type: 'display-chosen', display: one.to })
      case 'choose-channel':
        return send({ type: 'listening-chosen', channel: one.to })
      case 'switch-camera':
        return send({ type: 'camera-pressed' })
      case 'open-microphone':
        return send({ type: 'microphone-pressed' })
      // A press would open one that was closed since.
      case 'close-microphone':
        return plenary.runner.send({ type: 'microphone-shut', by: 'holder' })
    }
  }
  const look = (): void => {
    const isOver = plenary.runner.call.joining.phase === 'ended'
    const isAideThere = !isOver && isSeated(room.call.peek(), place)
    take({ type: 'looked', isAideThere, ...now() })
  }
  parts.use(
    room.hear(({ from, word }) => {
      if (word.word !== 'order') return
      const isAide = isSeated(room.call.peek(), place, from)
      const mayOpen = documents.documents.plan?.payload.modalities.aideOpens === 'at-once'
      take({ type: 'order-heard', heard: word, isAide, mayOpen, ...now() })
      look()
    }),
  )
  // The room ticks several times a second: time is looked at with it.
  parts.defer(
    effect(() => {
      void [view.value, speaker.value, room.call.value]
      queueMicrotask(() => void (parts.disposed || look()))
    }),
  )
  return {
    show: (call) => ({ ...call, aided: shown.value }),
    take(event) {
      if (event.type !== 'aide-allowed' && event.type !== 'aide-refused') return false
      const type = event.type === 'aide-allowed' ? 'allowed' : 'not-allowed'
      take({ type, id: event.id, ...now() })
      look()
      return true
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  }
}
