import { Refusal } from '@parley/protocol'
import { startServer } from '@parley/server'
import { memoryKeyStore, planCall } from '@parley/testkit'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Desk } from '../desk/desk.ts'
import { systemClock } from '../tools/systemClock.ts'
import { enrol } from './enrol.ts'
import type { KeyStore } from './keyStore.ts'
import { readLink, type SeatLink } from './links.ts'
import { serverAt } from '../server.ts'

let opened: AsyncDisposableStack
let desk: Desk
let link: SeatLink
let at: string

beforeEach(async () => {
  opened = new AsyncDisposableStack()
  const running = opened.use(await startServer())
  const planned = opened.use(await planCall(running, { seatsEach: 1, clock: systemClock }))
  const [place] = planned.seats
  if (!place) throw new Error('There is one each')
  at = running.url
  desk = place.desk
  const read = readLink(new URL(await desk.openSeatLink(place.seat, at)).hash)
  if (read?.is !== 'seat') throw new Error('It is a seat link')
  link = read
})
afterEach(() => opened.disposeAsync())

/** A page that shows its code, and is closed by then. */
async function closedPage(store: KeyStore): Promise<string> {
  const page = new AbortController()
  const code = Promise.withResolvers<string>()
  const enrolling = enrol(
    {
      server: serverAt(at),
      link,
      store,
      clock: systemClock,
      show: (step) => step.is === 'code' && code.resolve(step.code),
    },
    page.signal,
  )
  enrolling.catch((error: unknown) => code.reject(error))
  const shown = await code.promise
  page.abort(new Error('The page is closed'))
  await expect(enrolling).rejects.toThrow('The page is closed')
  return shown
}

/** The code of the device that was the last of so many to show one. */
async function typeAtDesk(code: string, { of }: { of: number } = { of: 1 }): Promise<void> {
  const asking = await vi.waitFor(() => {
    const shown = desk.state.asking.filter(({ is }) => is === 'awaits-code')
    const last = shown.at(-1)
    if (!last || shown.length < of) throw new Error('Not all show their codes yet')
    return last
  })
  expect(await desk.enrolments.typeCode(asking.enrolment, code)).toBe('granted')
}

const openAgain = (store: KeyStore) =>
  enrol({ server: serverAt(at), link, store, clock: systemClock, show: () => undefined })

test('a device whose page was closed before its pass came gets it when the link is opened there again', async () => {
  const store = memoryKeyStore()
  await typeAtDesk(await closedPage(store))

  const record = await openAgain(store)

  expect(record.seat).toBe(link.seat)
  expect(await store.seats.all()).toEqual([record])
  expect(await store.asked.all()).toEqual([])
})

test('a link that was spent by another device since is told to be spent', async () => {
  const [closed, other] = [memoryKeyStore(), memoryKeyStore()]
  await closedPage(closed)
  await typeAtDesk(await closedPage(other), { of: 2 })

  await expect(openAgain(closed)).rejects.toThrow(new Refusal('token-spent'))
})
