import { ReadoutDesk, Releases, systemClock } from '@parley/client'
import { approvalHash } from '@parley/release'
import { startServer } from '@parley/server'
import { memoryKeyStore, planCall } from '@parley/testkit'
import { expect, test, vi } from 'vitest'
import { openSeatReadout, type SeatReadout } from './seatReadout.ts'

const seatAt = (place: number) => (place === 0 ? { role: 'principal' as const } : {})

/** A desk with its readout, and the pages of a principal and an adviser of it. */
async function stage() {
  await using parts = new AsyncDisposableStack()
  const running = parts.use(await startServer())
  const clock = systemClock
  const planned = parts.use(await planCall(running, { seatsEach: 2, clock, seatAt }))
  const [desk] = planned.desks
  const { call } = desk.state.record
  const releases = parts.use(new Releases({ call, documents: desk.documents }))
  const store = memoryKeyStore()
  const readout = parts.use(
    await ReadoutDesk.open({ hands: desk.hands, releases, store, language: 'en' }),
  )
  const stays = parts.move()
  const page = async (place: number): Promise<SeatReadout> => {
    const { seat } = planned.seats[place] ?? {}
    if (!seat) throw new Error('There are two')
    const { record } = await planned.sit(seat)
    const { server } = planned
    return stays.use(await openSeatReadout({ server, store: memoryKeyStore(), clock, record }))
  }
  const write = async (title: string) => {
    readout.change((text) => ({
      ...text,
      needsApproval: true,
      wording: { ...text.wording, title },
    }))
    await readout.save()
  }
  const offer = async () => {
    const offered = await approvalHash(readout.state.drafting.text.wording)
    readout.change((text) => ({ ...text, offered }))
    await readout.save()
  }
  return { readout, page, write, offer, [Symbol.asyncDispose]: () => stays.disposeAsync() }
}

test('a seat sees nothing until its desk wrote something, and then what it wrote (R102)', async () => {
  await using call = await stage()
  const adviser = await call.page(1)
  expect(adviser.view.value.text).toBeUndefined()

  await call.write('Talks on water')

  await vi.waitFor(() => expect(adviser.view.value.text?.title).toBe('Talks on water'))
})

test('what an adviser writes is at the desk, and among the comments on the page (R102)', async () => {
  await using call = await stage()
  await call.write('Talks on water')
  const adviser = await call.page(1)

  await adviser.send({ type: 'commented', quote: 'water', text: 'Which?' })

  expect(adviser.view.value.isUnsaid).toBe(false)
  expect(adviser.view.value.comments).toMatchObject([{ text: 'Which?', isOwn: true }])
  await vi.waitFor(() => {
    const [remarks] = [...call.readout.state.side.remarks.values()]
    expect(remarks?.comments).toMatchObject([{ quote: 'water', text: 'Which?' }])
  })
})

test('a principal is asked about one text, approves it, and hears when it is another (R102)', async () => {
  await using call = await stage()
  await call.write('Talks on water')
  const principal = await call.page(0)
  expect(principal.view.value.approval).toEqual({ is: 'not-asked' })
  await call.offer()
  await vi.waitFor(() => expect(principal.view.value.approval.is).toBe('asked'))
  const { approval } = principal.view.value
  if (approval.is !== 'asked') throw new Error('It was just asked')

  await principal.send({ type: 'approved', wording: approval.wording })
  expect(principal.view.value.approval.is).toBe('given')
  await call.write('Talks on gauges')

  await vi.waitFor(() => expect(principal.view.value.approval).toEqual({ is: 'changed' }))
})

test('nobody but a principal is asked (R102)', async () => {
  await using call = await stage()
  await call.write('Talks on water')
  await call.offer()

  const adviser = await call.page(1)

  expect(adviser.view.value).toMatchObject({ isPrincipal: false, approval: { is: 'not-asked' } })
})
