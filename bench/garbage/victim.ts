import { openCall, type OpenRoom } from '@parley/client'
import type { Room } from '@parley/group'
import { FakeMedia, type ManualClock } from '@parley/testkit'
import type { Person } from '@parley/testkit/agreedCall'
import { settled, type EvilLine, type StagedCall } from '@parley/testkit/evil'

/** How far the clock is moved at a time. */
const STEP_MS = 50
/** Steps that anything may take. */
const STEPS = 1000

/** A member of a call whose server says what the bench wants. */
export type Victim = AsyncDisposable & { readonly line: EvilLine; readonly room: OpenRoom }

/** Has that person join, as the real client does. */
export async function joinCall(staged: StagedCall, person: Person): Promise<Victim> {
  const { clock } = staged
  const parts = new AsyncDisposableStack()
  const { seat, line } = await passing(clock, staged.sit(person))
  parts.use(seat)
  const room = parts.use(await passing(clock, openCall(seat, { media: new FakeMedia(), clock })))
  const chosen = { wantsCamera: false, camera: 'default', inputDevice: 'default' }
  room.runner.send({ type: 'join-pressed', atMs: clock.nowMs(), chosen })
  await passing(clock, entered(room))
  return { line, room, [Symbol.asyncDispose]: () => passing(clock, parts.disposeAsync()) }
}

/** The group as that member has it. */
export function groupOfMember({ room }: Victim): Room {
  const { group } = room.room
  if (!group) throw new Error('They are in no group')
  return group
}

async function entered({ room }: OpenRoom): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  using listening = new DisposableStack()
  listening.use(room.listen(({ type }) => void (type === 'entered' && resolve())))
  await promise
}

/** Time goes by until it is done. */
async function passing<T>(clock: ManualClock, work: Promise<T>): Promise<T> {
  const state = { isOver: false }
  void work.catch(() => undefined).finally(() => (state.isOver = true))
  for (let step = 0; !state.isOver; step++) {
    if (step === STEPS) throw new Error('It comes to no end')
    await settled()
    clock.advance(STEP_MS)
  }
  return await work
}
