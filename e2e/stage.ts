import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type BrowserContext, type Page } from '@playwright/test'
import { startServer, type RunningServer } from '@parley/server'
import { systemClock } from '@parley/client'
import { planCall, type PlannedCall, type SeatAt } from '@parley/testkit'
import { freePort } from '@parley/server/freePorts'
import type { CuttableLine } from './line/cuttableLine.ts'
import { launchFor } from './media/launch.ts'

/** A real server with its media server, and a call that two sides agreed. */
export type Stage = RealServer & { planned: PlannedCall }

/** A real server, the port at which its media server takes media, and the folder in which it keeps all it keeps. */
export type RealServer = { running: RunningServer; mediaUdpPort: number; dataFolder: string }

/** What somebody who sits down needs of it. */
type Seats = { planned: PlannedCall; running: Pick<RunningServer, 'url'> }

/** Somebody at a browser of their own. */
export type Sitter = { place: number; context: BrowserContext; page: Page }

/** A real server with its media server and the built pages; `parts` ends it. */
export async function startReal(parts: AsyncDisposableStack): Promise<RealServer> {
  const mediaUdpPort = await freePort()
  const binary = process.env['PARLEY_LIVEKIT']
  if (!binary) throw new Error('The media server is named by PARLEY_LIVEKIT')
  const media = { binary, nodeIp: '127.0.0.1', udpPort: mediaUdpPort, tcpPort: 0 }
  const dataFolder = await mkdtemp(join(tmpdir(), 'parley-'))
  const running = parts.use(
    await startServer({
      dataFolder,
      webFolder: join(import.meta.dirname, '../apps/web/dist'),
      media: { is: 'child', ...media },
    }),
  )
  return { running, mediaUdpPort, dataFolder }
}

/** The same, with a call that two sides agreed. */
export async function setStage(
  parts: AsyncDisposableStack,
  {
    seatsEach = 2,
    seatAt = () => ({}),
    ...rule
  }: {
    seatsEach?: number
    seatAt?: SeatAt
    aideOpens?: 'at-once'
    recording?: 'open-parts'
    more?: readonly string[]
  } = {},
): Promise<Stage> {
  const real = await startReal(parts)
  const planned = parts.use(
    await planCall(real.running, { seatsEach, clock: systemClock, seatAt, ...rule }),
  )
  return { ...real, planned }
}

/** Opens the seat's personal link in a new browser, and has its code typed at the desk. */
export async function enrolAt(
  { planned, running }: Seats,
  {
    place,
    parts,
    line,
    microphone,
    hasLargeCamera = false,
    isStill = false,
    prepare,
  }: {
    place: number
    parts: AsyncDisposableStack
    line?: CuttableLine
    /** What is played instead of this person's own microphone. */
    microphone?: string
    hasLargeCamera?: boolean
    /** Has asked the system that nothing moves: levels are drawn once a second. */
    isStill?: boolean
    /** Before the page is opened. */
    prepare?: (context: BrowserContext) => Promise<void>
  },
): Promise<Sitter> {
  const browser = await launchFor(place, { proxy: line?.proxy, microphone, hasLargeCamera })
  parts.defer(() => browser.close())
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ['camera', 'microphone'],
    reducedMotion: isStill ? 'reduce' : 'no-preference',
  })
  await line?.lead(context)
  await prepare?.(context)
  const page = await context.newPage()
  const { seat, desk } = planned.seats[place] ?? {}
  if (!seat || !desk) throw new Error('It is a seat of this call')
  await page.goto(await desk.openSeatLink(seat, running.url))
  const spelled = await page.getByRole('img', { name: /^Device code/ }).getAttribute('aria-label')
  const asking = () =>
    desk.state.asking.find((one) => one.seat === seat && one.is === 'awaits-code')
  await expect.poll(asking).toBeDefined()
  const device = asking()
  if (device) await desk.enrolments.typeCode(device.enrolment, spelled ?? '')
  return { place, context, page }
}

/** One click. */
export async function joinFrom({ page }: Sitter): Promise<void> {
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await page.getByRole('button', { name: /^Mic closed/ }).waitFor()
}

/** An interpreter's one click, and another to put the console away for the view that everybody has. */
export async function joinPastConsole({ page }: Sitter): Promise<void> {
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await page.getByRole('button', { name: 'Interpreter’s console' }).click()
  await page.getByRole('button', { name: /^Mic closed/ }).waitFor()
}
