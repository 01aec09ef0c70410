import { expect, type BrowserContext, type Page } from '@playwright/test'
import type { SeatId } from '@parley/protocol'
import type { Desk } from '@parley/client'
import { launchFor } from '../../media/launch.ts'
import { pageAt } from '../../officers.ts'
import { enrolAt, joinFrom, setStage, type Stage } from '../../stage.ts'
import { lineOf, type Look } from './walk.ts'

/** Screens of somebody who has a link, in the order of this way. */
export const SEAT_SCREENS = [
  'enrol: server not reached yet',
  'enrol: server away',
  'enrol: refused by the desk',
  'seat link replaced by a newer one',
  'seat link opened twice',
  'seat in another window',
  'green room: devices asked for',
  'green room: devices refused',
  'green room: devices busy',
  'green room: devices absent',
  'green room: camera refused',
  'green room: camera off',
  'green room: pass expired',
  'green room: pass too early',
  'green room: server away',
  'green room: call loads',
  'green room: call not loaded',
  'ended: replaced',
  'ended: withdrawn',
] as const

/** Opens links that lead nowhere, and sits down where something is missing. */
export async function walkSeats(parts: AsyncDisposableStack, look: Look): Promise<void> {
  const stage = await setStage(parts)
  await walkLinks(parts, { stage, look })
  const { context, page } = await enrolAt(stage, { place: 0, parts, hasLargeCamera: true })
  const address = page.url()
  await walkWindows(page, look)
  await walkGreenRooms({ context, address, look })
  await walkToTheEnd(parts, { stage, context, address, look })
}

type Deed = (page: Page) => Promise<unknown>
type Way = { stage: Stage; look: Look }

async function walkLinks(parts: AsyncDisposableStack, { stage, look }: Way): Promise<void> {
  const browser = await launchFor(1)
  parts.defer(() => browser.close())
  const { seat, desk } = seatAt(stage, 1)
  const { url } = stage.running
  const link = await desk.openSeatLink(seat, url)

  const context = await browser.newContext()
  const line = await lineOf(context, 'silent')
  const page = await context.newPage()
  await page.goto(link)
  await page.getByRole('button', { name: 'Try now' }).waitFor()
  await look(page, 'enrol: server not reached yet')
  line('open')
  await page.reload()
  await page.getByRole('img', { name: /^Device code/ }).waitFor()
  line('away')
  await page.getByText('The server is not answering').waitFor()
  await look(page, 'enrol: server away')
  line('open')
  await page.getByRole('img', { name: /^Device code/ }).waitFor()
  const asking = () => desk.state.asking.find((one) => one.seat === seat)
  await expect.poll(asking).toBeDefined()
  const device = asking()
  if (device) await desk.enrolments.refuse(device.enrolment)
  await page.getByRole('button', { name: 'Ask again' }).waitFor()
  await look(page, 'enrol: refused by the desk')

  await desk.openSeatLink(seat, url)
  await page.reload()
  await page.getByText('This link is not known here').waitFor()
  await look(page, 'seat link replaced by a newer one')
  await context.close()
  const other = await enrolAt(stage, { place: 1, parts, hasLargeCamera: true })
  const spent = await pageAt(browser, other.page.url())
  await spent.getByText('This link was used already').waitFor()
  await look(spent, 'seat link opened twice')
  await spent.context().close()
  await other.context.close()
}

async function walkWindows(first: Page, look: Look): Promise<void> {
  const second = await first.context().newPage()
  await second.goto(first.url())
  await second.getByText('This seat is open in another window.').waitFor()
  await look(second, 'seat in another window')
  await second.close()
  await first.close()
}

/** Windows of a device that has the seat. */
async function walkGreenRooms({
  context,
  address,
  look,
}: {
  context: BrowserContext
  address: string
  look: Look
}): Promise<void> {
  const show = async (
    screen: (typeof SEAT_SCREENS)[number],
    {
      prepare,
      finish,
      shows,
      awaits = false,
    }: {
      prepare?: Deed
      finish?: Deed
      shows: string
      /** Whether nothing is measured yet, since something else comes first. */
      awaits?: boolean
    },
  ) => {
    const page = await context.newPage()
    await prepare?.(page)
    await page.goto(address)
    if (!awaits) await page.getByRole('button', { name: 'Play a sound' }).waitFor()
    await finish?.(page)
    await page.getByText(shows).first().waitFor()
    await look(page, screen)
    await page.close()
  }
  await show('green room: devices asked for', {
    ...meeting({}),
    shows: 'The browser asks whether',
    awaits: true,
  })
  for (const [screen, name, shows] of [
    ['green room: devices refused', 'NotAllowedError', 'not allowed to use the camera'],
    ['green room: devices busy', 'NotReadableError', 'Another program uses the camera'],
    ['green room: devices absent', 'NotFoundError', 'There is no camera'],
  ] as const)
    await show(screen, { ...meeting({ video: name, audio: name }), shows })
  await show('green room: camera refused', {
    ...meeting({ video: 'NotAllowedError', audio: 'as it is' }),
    shows: 'not allowed to use the camera',
  })
  await show('green room: camera off', {
    finish: (page) => page.getByRole('button', { name: 'Camera on' }).click(),
    shows: 'Your camera is off.',
  })
  const call = '**/assets/callCode-*.js'
  await show('green room: call loads', {
    prepare: (page) => page.route(call, () => undefined),
    finish: pressJoin,
    shows: 'The call is being loaded.',
    awaits: true,
  })
  await show('green room: call not loaded', {
    prepare: (page) => page.route(call, (route) => route.abort()),
    finish: pressJoin,
    shows: 'The call could not be loaded',
  })
  await show('green room: pass expired', { prepare: later(30), shows: 'Your pass has expired' })
  await show('green room: pass too early', {
    prepare: later(-30),
    shows: 'Your pass is not valid yet',
  })
}

/** What a device answers; one that is not named never does. */
type Met = Partial<Record<'video' | 'audio', string>>

function meeting(met: Met): { prepare: Deed } {
  return { prepare: (page) => page.addInitScript(meet, met) }
}

function meet(met: Met): void {
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    const name = met[wanted?.video ? 'video' : 'audio']
    if (name === undefined) return new Promise(() => undefined)
    if (name === 'as it is') return ask(wanted)
    throw new DOMException('not given', name)
  }
}

function pressJoin(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Join', exact: true }).click()
}

/** So many days from now by the clock of the device. */
function later(days: number): Deed {
  return (page) =>
    page.addInitScript((ms) => {
      const now = Date.now.bind(Date)
      Date.now = () => now() + ms
    }, days * 86_400_000)
}

/** In by one device, out by another, and out for good. */
async function walkToTheEnd(
  parts: AsyncDisposableStack,
  { stage, context, address, look }: Way & { context: BrowserContext; address: string },
): Promise<void> {
  const line = await lineOf(context, 'open')
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('button', { name: 'Play a sound' }).waitFor()
  line('away')
  await page.getByText('The server is not answering').waitFor()
  await look(page, 'green room: server away')
  line('open')
  await page.getByText('You go in with').waitFor()
  await joinFrom({ place: 0, context, page })
  const other = await enrolAt(stage, { place: 0, parts, hasLargeCamera: true })
  await joinFrom(other)
  await page.getByRole('button', { name: 'Join again' }).waitFor()
  await look(page, 'ended: replaced')
  const { seat, desk } = seatAt(stage, 0)
  await desk.withdrawSeat(seat)
  await other.page.getByText('The keys of the call are gone').waitFor()
  await look(other.page, 'ended: withdrawn')
}

function seatAt({ planned }: Stage, place: number): { seat: SeatId; desk: Desk } {
  const found = planned.seats[place]
  if (!found) throw new Error('It is a seat of this call')
  return found
}
