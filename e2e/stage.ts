import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type BrowserContext, type Page } from '@playwright/test'
import { startServer, type RunningServer } from '@parley/server'
import { systemClock } from '@parley/client'
import { planCall, type PlannedCall } from '@parley/testkit'
import { launchFor } from './media/launch.ts'

/** A real server with its media server, and a call that two sides agreed: two seats each. */
export type Stage = { running: RunningServer; planned: PlannedCall }

/** Somebody at a browser of their own. */
export type Sitter = { place: number; context: BrowserContext; page: Page }

/** A real server with its media server and the built pages; `parts` ends it. */
export async function startReal(parts: AsyncDisposableStack): Promise<RunningServer> {
  const [udpPort, tcpPort] = [await freePort(), await freePort()]
  const binary = process.env['PARLEY_LIVEKIT']
  if (!binary) throw new Error('The media server is named by PARLEY_LIVEKIT')
  return parts.use(
    await startServer({
      dataFolder: await mkdtemp(join(tmpdir(), 'parley-')),
      webFolder: join(import.meta.dirname, '../apps/web/dist'),
      media: { is: 'child', binary, nodeIp: '127.0.0.1', udpPort, tcpPort },
    }),
  )
}

/** The same, with a call that two sides agreed. */
export async function setStage(parts: AsyncDisposableStack): Promise<Stage> {
  const running = await startReal(parts)
  const planned = parts.use(await planCall(running, { seatsEach: 2, clock: systemClock }))
  return { running, planned }
}

/** Opens the seat's personal link in a new browser, and has its code typed at the desk. */
export async function enrolAt(
  { planned, running }: Stage,
  { place, parts }: { place: number; parts: AsyncDisposableStack },
): Promise<Sitter> {
  const browser = await launchFor(place)
  parts.defer(() => browser.close())
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ['camera', 'microphone'],
  })
  const page = await context.newPage()
  const { seat, desk } = planned.seats[place] ?? {}
  if (!seat || !desk) throw new Error('There are four seats')
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('It listens on a port')
  return address.port
}
