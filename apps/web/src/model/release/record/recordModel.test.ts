import { CallRecord, openCall, serverAt, systemClock } from '@parley/client'
import { verifyRecord } from '@parley/release'
import { utf8 } from '@parley/seal'
import { startServer } from '@parley/server'
import { FakeMedia, memoryNotes, planCall, type PlannedCall } from '@parley/testkit'
import { expect, test, vi } from 'vitest'
import { openDeskModel, type DeskModel } from '../../desk/deskModel.ts'
import type { Signing } from './recordView.ts'

const within = { timeout: 20_000, interval: 50 }
const chosen = { wantsCamera: true, camera: 'default', inputDevice: 'default' }

type Parts = { parts: AsyncDisposableStack; planned: PlannedCall }

/** The console of a desk, and what it saved last. */
async function consoleAt({ parts, planned }: Parts, place: 0 | 1) {
  const saved: string[] = []
  const model = parts.use(
    await openDeskModel(
      {
        server: serverAt(planned.server.origin),
        store: planned.stores[place],
        clock: systemClock,
        page: planned.server.origin,
        saveFile: (_name, text) => saved.push(text),
        timeZone: 'UTC',
        notes: memoryNotes(),
      },
      planned.desks[place].state.record,
    ),
  )
  return { model, saved }
}

/** Somebody comes in and leaves. */
async function attend({ parts, planned }: Parts): Promise<void> {
  const [first] = planned.seats
  if (!first) throw new Error('There is one')
  const seat = await planned.sit(first.seat)
  const plenary = parts.use(await openCall(seat, { media: new FakeMedia(), clock: systemClock }))
  plenary.runner.send({ type: 'join-pressed', atMs: systemClock.nowMs(), chosen })
  await expect.poll(() => plenary.runner.call.joining.phase, within).toBe('in-call')
  await using _ = await CallRecord.open({ seat, plenary, clock: systemClock })
}

const recordOf = ({ release }: DeskModel) => release.value?.record
const until = (model: DeskModel, signing: Signing) =>
  vi.waitFor(() => expect(recordOf(model)?.view.value.signing).toBe(signing), within)

test('both officers read the record, sign the same, and save a file that proves it (R87, R88)', async () => {
  await using parts = new AsyncDisposableStack()
  const running = parts.use(await startServer())
  const planned = parts.use(await planCall(running, { seatsEach: 1, clock: systemClock }))
  const [one, two] = [
    await consoleAt({ parts, planned }, 0),
    await consoleAt({ parts, planned }, 1),
  ]
  await attend({ parts, planned })
  const told = (model: DeskModel) => recordOf(model)?.view.value.told.map(({ is }) => is)
  for (const { model } of [one, two])
    await vi.waitFor(() => expect(told(model)).toEqual(['came', 'gone']), within)

  await recordOf(one.model)?.send({ type: 'record-signed' })
  await until(one.model, 'signed')
  await until(two.model, 'may-sign-same')
  const hash = recordOf(two.model)?.view.value.wording?.hash
  if (!hash) throw new Error('One side signed')
  await recordOf(two.model)?.send({ type: 'wording-signed', hash })
  for (const { model } of [one, two]) await until(model, 'agreed')
  for (const { model } of [one, two]) await recordOf(model)?.send({ type: 'record-saved' })

  expect(one.saved).toEqual(two.saved)
  expect(await verifyRecord(utf8(one.saved[0] ?? ''))).toMatchObject({
    is: 'proven',
    sides: [{ is: 'signed' }, { is: 'signed' }],
  })
})
