import { readLink, serverAt, systemClock } from '@parley/client'
import { startServer } from '@parley/server'
import { cuttableLine, memoryKeyStore, planCall } from '@parley/testkit'
import { expect, test } from 'vitest'
import { openEnrolModel } from './enrolModel.ts'

const clock = systemClock

/** A seat link, and a server to which there is no way yet. */
async function outOfReach() {
  await using opening = new AsyncDisposableStack()
  const running = opening.use(await startServer())
  const planned = opening.use(await planCall(running, { seatsEach: 1, clock }))
  const [place] = planned.seats
  if (!place) throw new Error('It is a seat of this call')
  const link = readLink(new URL(await place.desk.openSeatLink(place.seat, running.url)).hash)
  if (link?.is !== 'seat') throw new Error('It is a seat link')
  const line = cuttableLine(running.url)
  line.cut()
  const server = serverAt(running.url, line.dial)
  const model = opening.use(
    openEnrolModel({ server, store: memoryKeyStore(), clock }, link, () => undefined),
  )
  await expect.poll(() => model.view.value.phase).toBe('unreached')
  const stays = opening.move()
  return { line, model, [Symbol.asyncDispose]: () => stays.disposeAsync() }
}

test('a device that cannot reach the server says so, and asks its desk by itself once it can', async () => {
  await using stage = await outOfReach()
  const { line, model } = stage

  line.mend()

  await expect.poll(() => model.view.value.phase, { timeout: 10_000 }).toBe('code')
})

test('one can try at once, and what one pressed stays until it is known whether that helped', async () => {
  await using stage = await outOfReach()
  const { line, model } = stage
  const dialled = line.dialled

  model.askAgain()

  expect(model.view.value).toEqual({ phase: 'unreached', isTrying: true })
  await expect.poll(() => model.view.value).toEqual({ phase: 'unreached', isTrying: false })
  expect(line.dialled).toBeGreaterThan(dialled)
  line.mend()
  model.askAgain()
  await expect.poll(() => model.view.value.phase).toBe('code')
})
