import type { Call, Clock } from '@parley/call'
import type { HeardWord, OpenRoom, OpenSeat } from '@parley/client'
import type { LeafIndex, SeatId } from '@parley/protocol'
import { signal, type ReadonlySignal } from '@preact/signals-core'

const NO_DEVICES = { wantsCamera: false, camera: 'default', inputDevice: 'default' }

/** The room of a seat's own devices, as a page holds it. Disposing leaves it. */
export type SeatRoom = AsyncDisposable & {
  readonly call: ReadonlySignal<Call>
  readonly say: OpenRoom['room']['say']
  readonly hear: (hear: (heard: HeardWord) => void) => Disposable
}

/** Goes in at once. */
export async function enterSeatRoom(seat: OpenSeat, clock: Clock): Promise<SeatRoom> {
  const { openSeatRoom, onPageGone } = await import('../seat/callCode.ts')
  const open = await openSeatRoom(seat, { clock })
  const { runner, room } = open
  const call = signal(runner.call)
  const parts = new AsyncDisposableStack()
  parts.use(open)
  parts.use(runner.listen((now) => (call.value = now)))
  parts.use(onPageGone(() => runner.farewell()))
  runner.send({ type: 'join-pressed', atMs: clock.nowMs(), chosen: NO_DEVICES })
  return {
    call,
    say: (word) => room.say(word),
    hear: (hear) => room.listen((event) => event.type === 'word' && hear(event.heard)),
    [Symbol.asyncDispose]: async () => {
      if ('leaf' in runner.call.joining) runner.send({ type: 'leave-pressed' })
      await runner.over
      await parts.disposeAsync()
    },
  }
}

/** Whether that place has a leaf there which counts, and whether it is this one, where one is given. */
export function isSeated(
  { members }: Pick<Call, 'members'>,
  place: SeatId,
  leaf?: LeafIndex,
): boolean {
  const isIt = (one: LeafIndex) => leaf === undefined || one === leaf
  return [...members.values()].some(
    (one) => one.seat === place && one.heldFor === undefined && isIt(one.leaf),
  )
}
