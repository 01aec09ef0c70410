import { openCall, openSeat, systemClock, type OpenRoom, type OpenSeat } from '@parley/client'
import { startServer } from '@parley/server'
import { FakeMedia, memoryKeyStore, planCall, type PlannedCall } from '@parley/testkit'
import { expect } from 'vitest'
import { attack } from './kit/attack.ts'

const clock = systemClock
const SOON = { timeout: 20_000, interval: 20 }

attack(
  { number: 10, by: 'X' },
  'a withdrawn member is turned away by an honest server with all that it had, and the others go on',
  async (stage) => {
    await using parts = new AsyncDisposableStack()
    const running = parts.use(await startServer())
    const planned = parts.use(await planCall(running, { seatsEach: 2, clock }))
    const sit = async (place: number) => parts.use(await join(planned, place))
    const [ada, xan, ben] = [await sit(0), await sit(1), await sit(2)]
    await expect.poll(() => [ada, xan, ben].map(companyOf), SOON).toEqual([3, 3, 3])
    const sinceMs = clock.nowMs()
    await planned.desks[0].withdrawSeat(xan.seat.record.seat)
    const told = { type: 'removed', because: 'withdrawn', seat: xan.seat.record.seat }
    await expect.poll(() => ben.runner.call.incidents, SOON).toMatchObject([told])
    stage.shownMs = clock.nowMs() - sinceMs

    await expect(signsInAgain(planned, xan)).rejects.toThrow('withdrawn')
    expect(xan.runner.call.joining).toEqual({ phase: 'ended', by: 'withdrawn' })
    await expect.poll(() => [ada, ben].some(isHeldBack), SOON).toBe(false)
    expect(keyOf(ada)).toBe(keyOf(ben))
    expect(keyOf(ada)).not.toBe(keyOf(xan))
  },
)

type Sitting = OpenRoom & { seat: OpenSeat; media: FakeMedia }

async function join(planned: PlannedCall, place: number): Promise<Sitting> {
  const { seat } = planned.seats[place] ?? {}
  if (!seat) throw new Error('There are four')
  const [open, media] = [await planned.sit(seat), new FakeMedia()]
  const room = await openCall(open, { media, clock })
  room.runner.send({ type: 'join-pressed', atMs: clock.nowMs() })
  return { ...room, seat: open, media }
}

/** Anew, with all that it had. */
function signsInAgain({ server }: PlannedCall, { seat: { record } }: Sitting): Promise<OpenSeat> {
  return openSeat({ server, record, store: memoryKeyStore(), clock })
}

function isHeldBack({ media }: Sitting): boolean {
  return media.heldBack !== undefined
}

function companyOf({ runner }: Sitting): number {
  return runner.call.members.size
}

function keyOf({ media }: Sitting): string | undefined {
  return media.epochs.at(-1)?.baseKey.toHex()
}
