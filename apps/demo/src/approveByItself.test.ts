import { enrol, readLink, systemClock } from '@parley/client'
import { startServer } from '@parley/server'
import { memoryKeyStore, planCall } from '@parley/testkit'
import { expect, test } from 'vitest'
import { approveByItself } from './approveByItself.ts'

test('a desk of a demonstration gives every device that asks its pass, though nobody types a code', async () => {
  await using running = await startServer()
  await using planned = await planCall(running, { seatsEach: 1, clock: systemClock })
  const [desk] = planned.desks
  const [seat] = planned.seats.map((one) => one.seat)
  if (!seat) throw new Error('There is one')
  using approving = new DisposableStack()
  approving.use(approveByItself(desk))
  const link = readLink(new URL(await desk.openSeatLink(seat, running.url)).hash)
  if (link?.is !== 'seat') throw new Error('It is a seat link')

  const device = { server: planned.server, store: memoryKeyStore(), clock: systemClock }
  const record = await enrol({ ...device, link, show: () => undefined })

  expect(record.seat).toBe(seat)
})
