import { openCall, systemClock, type OpenRoom } from '@parley/client'
import type { SeatId } from '@parley/protocol'
import { FakeMedia, type PlannedCall } from '@parley/testkit'

/** Has somebody attend a call without a browser: a socket, a place in the group, and no media. */
export async function attend(
  planned: PlannedCall,
  { seat, parts }: { seat: SeatId; parts: AsyncDisposableStack },
): Promise<OpenRoom> {
  const chosen = { wantsCamera: false, camera: 'default', inputDevice: 'default' }
  const media = new FakeMedia()
  const call = parts.use(await openCall(await planned.sit(seat), { media, clock: systemClock }))
  const entered = Promise.withResolvers<void>()
  using listening = new DisposableStack()
  listening.use(call.room.listen(({ type }) => void (type === 'entered' && entered.resolve())))
  call.runner.send({ type: 'join-pressed', atMs: systemClock.nowMs(), chosen })
  await entered.promise
  return call
}
